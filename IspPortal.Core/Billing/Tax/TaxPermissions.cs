namespace IspPortal.Core.Billing.Tax;

/// <summary>What one may be allowed to do with taxes.</summary>
public static class TaxPermissions
{
    /// <summary>See the taxes of a month and load the files for the tax office.</summary>
    public const string TaxRead = "tax.read";

    /// <summary>Record slips of withheld tax, and change how an account is taxed and billed.</summary>
    public const string TaxWrite = "tax.write";
}
