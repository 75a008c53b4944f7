namespace IspPortal.Core.Customers;

/// <summary>Why two customers may be one; the surest first.</summary>
public enum DuplicateReason
{
    /// <summary>The same identity number.</summary>
    IdentityNumber,

    /// <summary>A name that sounds alike at nearly the same address.</summary>
    NameAndAddress,

    /// <summary>The same phone: often a family, a boarding house or branches.</summary>
    Phone,

    /// <summary>A name that sounds alike.</summary>
    Name,
}
