using System.Resources;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Billing.Print;

/// <summary>What customers are told about bills, and the words of it as they come with the portal.</summary>
internal static class InvoiceMessages
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(7);

    private static readonly MessageField[] Fields =
    [
        new("company", "Nusantara Net"), new("customer", "Budi Santoso"), new("number", "INV-202611-000042"), new("period", "1–30 Nov 2026"), new("amount", "Rp 166.500"), new("due", "10 Des 2026"),
        new("pay", "BCA 1234567890 a.n. PT Nusantara Net"),
    ];

    private static readonly MessageField[] CreditFields =
    [
        new("company", "Nusantara Net"), new("customer", "Budi Santoso"), new("number", "CN-202611-000003"), new("invoice", "INV-202611-000042"), new("amount", "Rp 55.500"), new("reason", "Gangguan 10 hari"),
    ];

    public static ResourceManager Texts { get; } = new(typeof(InvoiceMessages));

    /// <summary>A bill that is owed.</summary>
    public static MessageEventDefinition Issued { get; } = new("billing.invoice_issued", MessagePriority.Reminder, Fields, Texts, GoodFor);

    /// <summary>What a prepaid period would cost.</summary>
    public static MessageEventDefinition Offered { get; } = new("billing.pro_forma_issued", MessagePriority.Reminder, Fields, Texts, GoodFor);

    /// <summary>A bill of which nothing is to be paid any more, sent because somebody asked for it.</summary>
    public static MessageEventDefinition Copy { get; } = new("billing.invoice_copy", MessagePriority.Receipt, Fields, Texts, GoodFor);

    /// <summary>What was taken back of a bill, sent because somebody asked for it.</summary>
    public static MessageEventDefinition Credited { get; } = new("billing.credit_note_issued", MessagePriority.Receipt, CreditFields, Texts, GoodFor);

    /// <summary>Which of them tells of a bill; null: none, it is a draft or over.</summary>
    public static MessageEventDefinition? Of(InvoiceKind kind, InvoiceStatus status) => (kind, status) switch
    {
        (_, InvoiceStatus.Draft or InvoiceStatus.Lapsed or InvoiceStatus.Replaced or InvoiceStatus.Withdrawn) => null,
        (InvoiceKind.ProForma, _) => Offered,
        (_, InvoiceStatus.Open or InvoiceStatus.PartPaid) => Issued,
        _ => Copy,
    };
}
