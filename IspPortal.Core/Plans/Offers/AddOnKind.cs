namespace IspPortal.Core.Plans.Offers;

/// <summary>What an add-on is.</summary>
public enum AddOnKind
{
    /// <summary>A public address of one's own.</summary>
    StaticIp,

    /// <summary>A higher speed in the hours of the night.</summary>
    NightSpeed,

    /// <summary>A device that stays the provider's.</summary>
    RentedDevice,

    /// <summary>Anything else.</summary>
    Other,
}
