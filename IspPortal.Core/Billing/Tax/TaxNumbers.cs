namespace IspPortal.Core.Billing.Tax;

/// <summary>Numbers as the tax office writes them.</summary>
public static class TaxNumbers
{
    /// <summary>The length of NPWP and NIK.</summary>
    public const int NumberLength = 16;

    /// <summary>The length of NITKU: an NPWP and six digits of the place.</summary>
    public const int IdtkuLength = 22;

    private const int OldNumberLength = 15;
    private const string HeadOffice = "000000";

    /// <summary>Whether it is an NPWP or NIK: 16 digits.</summary>
    public static bool IsNumber(string? text) => text?.Length == NumberLength && text.All(char.IsAsciiDigit);

    /// <summary>Whether it is a NITKU: 22 digits.</summary>
    public static bool IsIdtku(string? text) => text?.Length == IdtkuLength && text.All(char.IsAsciiDigit);

    /// <summary>The NITKU of the head office of an NPWP; empty when there is no NPWP.</summary>
    public static string HeadOfficeOf(string? number) => IsNumber(number) ? number + HeadOffice : "";

    /// <summary>An NPWP with 16 digits; one of a company with 15, as it was until 2024, has a zero before it now. Null: it is none.</summary>
    public static string? NumberOf(string? text) => IsNumber(text) ? text : text?.Length == OldNumberLength && text.All(char.IsAsciiDigit) ? "0" + text : null;
}
