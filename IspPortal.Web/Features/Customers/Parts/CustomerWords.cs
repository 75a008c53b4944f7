using System.Globalization;
using IspPortal.Core.Customers;
using IspPortal.Web.Shared.Formatting;

namespace IspPortal.Web.Features.Customers.Parts;

/// <summary>Small forms that the customer pages share.</summary>
internal static class CustomerWords
{
    /// <summary>A day as the reader writes days.</summary>
    public static string Day(DateOnly? day, ReaderFormat format) => day?.ToString("d MMM yyyy", format.Culture) ?? ReaderFormat.Unknown;

    /// <summary>A stored key with capitals: <c>kota bekasi</c> is shown as <c>Kota Bekasi</c>.</summary>
    public static string Titled(string key, CultureInfo culture) => culture.TextInfo.ToTitleCase(key);

    /// <summary>The list's filters as the address of its page has them.</summary>
    public static CustomerFilter FilterOf(Func<string, string?> valueOf) => new(
        EnumOf<CustomerStatus>(valueOf("status")), EnumOf<CustomerKind>(valueOf("kind")), valueOf("city"), valueOf("tag"), valueOf("removed") == "true");

    private static TEnum? EnumOf<TEnum>(string? text)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
