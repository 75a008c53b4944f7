using System.Globalization;
using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Money;
using IspPortal.Web.Shared;

namespace IspPortal.Web.Features.Billing.Parts;

/// <summary>Small forms that the pages of bills and runs share.</summary>
internal static class BillingWords
{
    /// <summary>The list's filters as the address of its page has them.</summary>
    public static InvoiceFilter FilterOf(Func<string, string?> valueOf) => new()
    {
        BillingAccountId = IdOf(valueOf("account")),
        CustomerId = IdOf(valueOf("customer")),
        RunId = IdOf(valueOf("run")),
        Kind = EnumOf<InvoiceKind>(valueOf("kind")),
        Status = EnumOf<InvoiceStatus>(valueOf("status")),
        OverdueOnly = valueOf("overdue") == "yes",
        From = LedgerWords.DayOf(valueOf("from")),
        To = LedgerWords.DayOf(valueOf("to")),
    };

    public static ReceiptFilter ReceiptFilterOf(Func<string, string?> valueOf) => new()
    {
        BillingAccountId = IdOf(valueOf("account")),
        Method = EnumOf<PaymentMethod>(valueOf("method")),
        State = EnumOf<ReceiptState>(valueOf("state")),
        From = LedgerWords.DayOf(valueOf("from")),
        To = LedgerWords.DayOf(valueOf("to")),
    };

    public static CreditNoteFilter CreditNoteFilterOf(Func<string, string?> valueOf) => new()
    {
        InvoiceId = IdOf(valueOf("invoice")),
        BillingAccountId = IdOf(valueOf("account")),
        From = LedgerWords.DayOf(valueOf("from")),
        To = LedgerWords.DayOf(valueOf("to")),
    };

    /// <summary>Whole rupiah as people type them: digits, with points or spaces between them and <c>Rp</c> before if they like; null: something else.</summary>
    public static Money? RupiahOf(string? text)
    {
        var typed = (text ?? "").Trim();
        typed = typed.StartsWith("Rp", StringComparison.OrdinalIgnoreCase) ? typed[2..] : typed;
        var digits = string.Concat(typed.Where(letter => letter is not ('.' or ',' or ' ' or '\u00a0')));
        return digits.Length is > 0 and <= 12 && digits.All(char.IsAsciiDigit) ? Money.Idr(long.Parse(digits, CultureInfo.InvariantCulture)) : null;
    }

    public static TEnum? EnumOf<TEnum>(string? text)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    public static Tone ToneOf(InvoiceStatus status, bool isOverdue) => status switch
    {
        _ when isOverdue => Tone.Bad,
        InvoiceStatus.Paid or InvoiceStatus.Replaced => Tone.Good,
        InvoiceStatus.PartPaid or InvoiceStatus.Offered => Tone.Warning,
        InvoiceStatus.Open => Tone.Info,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(BillingRunState state, int failed) => state switch
    {
        BillingRunState.Done => failed > 0 ? Tone.Warning : Tone.Good,
        BillingRunState.Waiting or BillingRunState.Paused => Tone.Warning,
        BillingRunState.Discarded => Tone.Neutral,
        _ => Tone.Info,
    };

    public static Tone ToneOf(UnusualBill unusual) => unusual switch
    {
        UnusualBill.Failed => Tone.Bad,
        UnusualBill.None => Tone.Neutral,
        UnusualBill.New => Tone.Info,
        _ => Tone.Warning,
    };

    private static Guid? IdOf(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
