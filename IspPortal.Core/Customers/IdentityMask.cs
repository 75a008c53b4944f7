namespace IspPortal.Core.Customers;

/// <summary>Identity numbers as everybody may see them.</summary>
public static class IdentityMask
{
    /// <summary>The last four digits behind dots; null when there is no number.</summary>
    public static string? Of(string? number) => string.IsNullOrEmpty(number) ? null : "•••• •••• •••• " + number[^Math.Min(4, number.Length)..];
}
