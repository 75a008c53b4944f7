using IspPortal.Core.Customers.Documents;

namespace IspPortal.Web.Features.Documents.Parts;

/// <summary>Small forms that the pages of documents share.</summary>
internal static class DocumentWords
{
    /// <summary>The list's filters as the address of its page has them.</summary>
    public static DocumentFilter FilterOf(Func<string, string?> valueOf) => new(
        null, EnumOf<DocumentKind>(valueOf("kind")), EnumOf<DocumentState>(valueOf("state")), EnumOf<DocumentExpiry>(valueOf("expiry")), valueOf("removed") == "true", valueOf("formerOwners") == "true");

    public static string IconOf(DocumentKind kind) => kind switch
    {
        DocumentKind.IdentityCard or DocumentKind.Passport => "badge",
        DocumentKind.FamilyCard => "family_restroom",
        DocumentKind.CompanyRegistration => "domain",
        DocumentKind.TaxCertificate => "receipt_long",
        DocumentKind.Contract => "contract",
        DocumentKind.HousePhoto => "home",
        _ => "description",
    };

    public static string WordOf(Enum value) => value.ToString().ToLowerInvariant();

    private static TEnum? EnumOf<TEnum>(string? text)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
