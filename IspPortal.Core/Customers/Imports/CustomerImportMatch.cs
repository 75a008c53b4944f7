namespace IspPortal.Core.Customers.Imports;

/// <summary>By what a row is, or may be, a customer or another row; the surest first.</summary>
public enum CustomerImportMatch
{
    /// <summary>The same code of the old system.</summary>
    ExternalCode,

    /// <summary>The same identity number.</summary>
    IdentityNumber,

    /// <summary>The same phone and the same name.</summary>
    PhoneAndName,

    /// <summary>A name that sounds alike at nearly the same address.</summary>
    NameAndAddress,

    /// <summary>The same phone.</summary>
    Phone,
}
