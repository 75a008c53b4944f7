namespace IspPortal.Core.Billing.Opening;

/// <summary>What one may be allowed to do with opening balances.</summary>
public static class OpeningPermissions
{
    /// <summary>Upload opening balances, look at the dry run, book them and take them back.</summary>
    public const string OpeningBook = "opening.book";
}
