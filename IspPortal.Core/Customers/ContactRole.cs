namespace IspPortal.Core.Customers;

/// <summary>What a contact person is there for.</summary>
public enum ContactRole
{
    /// <summary>Decides: the owner, the head of the household.</summary>
    Owner,

    /// <summary>Gets the bills and pays them.</summary>
    Billing,

    /// <summary>Knows about the network.</summary>
    Technical,

    /// <summary>Opens the door at the place.</summary>
    Site,

    /// <summary>Anybody else.</summary>
    Other,
}
