namespace IspPortal.Core.Customers;

/// <summary>Identity and tax numbers as everybody may see them.</summary>
public static class IdentityMask
{
    /// <summary>
    /// The last two digits behind dots; null when there is no number. The first twelve are region and day of birth, which stand beside it: with the last four shown the whole number could be guessed.
    /// </summary>
    public static string? Of(string? number) => string.IsNullOrEmpty(number) ? null : "•••• •••• •••• ••" + number[^Math.Min(2, number.Length)..];
}
