using System.Globalization;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Web.Shared;

namespace IspPortal.Web.Features.Billing.Parts;

/// <summary>Small forms that the pages of the ledger share.</summary>
internal static class LedgerWords
{
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>The list's filters as the address of its page has them.</summary>
    public static LedgerFilter FilterOf(Func<string, string?> valueOf) => new(
        EnumOf<LedgerAccount>(valueOf("account")),
        IdOf(valueOf("billing-account")),
        EnumOf<LedgerKind>(valueOf("kind")),
        DayOf(valueOf("from")),
        DayOf(valueOf("to")),
        IdOf(valueOf("invoice")),
        IdOf(valueOf("posting")));

    /// <summary>A day as addresses have it, or null when it is none.</summary>
    public static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day as addresses and files have it.</summary>
    public static string WordOf(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    /// <summary>A year before a day, where statements begin by themselves.</summary>
    public static DateOnly YearBefore(DateOnly day) => day.Year > 1 ? day.AddYears(-1).AddDays(1) : DateOnly.MinValue;

    public static string WordOf(Enum value) => value.ToString().ToLowerInvariant();

    public static Tone ToneOf(LedgerKind kind) => kind switch
    {
        LedgerKind.ReceiptBooked or LedgerKind.CreditApplied or LedgerKind.WithholdingReceived => Tone.Good,
        LedgerKind.InvoiceIssued or LedgerKind.DebitNoteIssued => Tone.Info,
        LedgerKind.CreditNoteIssued or LedgerKind.ReceiptVoided or LedgerKind.RefundPaid => Tone.Warning,
        LedgerKind.WrittenOff => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static string IconOf(LedgerKind kind) => kind switch
    {
        LedgerKind.ReceiptBooked => "payments",
        LedgerKind.InvoiceIssued or LedgerKind.DebitNoteIssued => "receipt_long",
        LedgerKind.CreditNoteIssued or LedgerKind.ReceiptVoided or LedgerKind.RefundPaid => "undo",
        LedgerKind.WrittenOff => "delete",
        LedgerKind.MoneyMoved => "swap_horiz",
        _ => "check_circle",
    };

    private static Guid? IdOf(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static TEnum? EnumOf<TEnum>(string? text)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
