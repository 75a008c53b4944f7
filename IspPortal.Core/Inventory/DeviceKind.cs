namespace IspPortal.Core.Inventory;

/// <summary>What a device is for.</summary>
public enum DeviceKind
{
    /// <summary>Optical network terminal at the customer's end of a fibre.</summary>
    Ont,

    /// <summary>Router at the customer's.</summary>
    Router,

    /// <summary>Switch.</summary>
    Switch,

    /// <summary>Wi-Fi access point.</summary>
    AccessPoint,

    /// <summary>Radio of a wireless link.</summary>
    Radio,

    /// <summary>Anything else.</summary>
    Other,
}
