namespace IspPortal.Core.Customers.Imports;

/// <summary>What becomes of a row.</summary>
public enum CustomerImportVerdict
{
    /// <summary>A new customer.</summary>
    New,

    /// <summary>May be somebody who is there already; a person decides.</summary>
    Possible,

    /// <summary>Is there already; nothing is made.</summary>
    Known,

    /// <summary>A field breaks a rule; nothing is made until the file is corrected.</summary>
    Wrong,
}
