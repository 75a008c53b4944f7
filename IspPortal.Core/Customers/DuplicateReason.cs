namespace IspPortal.Core.Customers;

/// <summary>Why two customers may be one; the surest first.</summary>
public enum DuplicateReason
{
    /// <summary>The same identity number, also where one of the two gave it as tax number.</summary>
    IdentityNumber,

    /// <summary>A name that sounds alike at nearly the same address.</summary>
    NameAndAddress,

    /// <summary>The same tax number: often branches of one company.</summary>
    TaxId,

    /// <summary>The same phone: often a family, a boarding house or branches.</summary>
    Phone,

    /// <summary>A name that sounds alike.</summary>
    Name,
}
