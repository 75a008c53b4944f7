using System.Globalization;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Messaging;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Messaging;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using MessageChannel = IspPortal.Core.Messaging.MessageChannel;
using WishedChannel = IspPortal.Core.Customers.MessageChannel;

namespace IspPortal.Infrastructure.Billing.Print;

/// <summary>Queues bills for their customers: by the way that each wishes, in its language, by e-mail with the PDF. Which of the messages about a bill it is decides that it goes once.</summary>
internal sealed class InvoiceNotices(IMessageOutbox messages, IEnumerable<IMessageHold> holds, ISettingsReader<CompanySettings> company, ISettingsReader<LetterheadSettings> letterhead)
{
    /// <summary>The kind of the message that goes once per bill.</summary>
    public const string First = "issued";

    /// <summary>Whether nothing goes out at all now.</summary>
    public async Task<bool> IsHeldAsync(CancellationToken cancellationToken)
    {
        foreach (var hold in holds)
        {
            if (await hold.HoldsAsync(cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The bills as they are told of, by the same few queries however many there are.</summary>
    public static async Task<IReadOnlyList<InvoiceNotice>> ReadAsync(PortalDbContext context, IReadOnlyCollection<Guid> invoiceIds, CancellationToken cancellationToken)
    {
        var invoices = await context.Set<Invoice>().AsNoTracking().Where(i => invoiceIds.Contains(i.Id)).OrderBy(i => i.Number).ToListAsync(cancellationToken);
        var customerIds = invoices.Select(i => i.CustomerId).Distinct().ToList();
        var customers = await context.Set<Customer>().AsNoTracking().Where(c => customerIds.Contains(c.Id))
            .Select(c => new { c.Id, Name = c.CompanyName ?? c.Name, c.Email, c.Phone, c.Language, c.Channel }).ToDictionaryAsync(c => c.Id, cancellationToken);
        return
        [
            .. invoices.Where(invoice => customers.ContainsKey(invoice.CustomerId)).Select(invoice =>
            {
                var customer = customers[invoice.CustomerId];
                return new InvoiceNotice(invoice, RecipientOf(customer.Channel, customer.Email, customer.Phone, customer.Name, customer.Language, customer.Id));
            }),
        ];
    }

    /// <summary>Queues one of them; how many were queued, 0 when it had been before.</summary>
    public async Task<Result<int>> TellAsync(InvoiceNotice notice, MessageEventDefinition definition, string kind, CancellationToken cancellationToken)
    {
        var (invoice, to) = (notice.Invoice, notice.To!);
        var culture = CultureInfo.GetCultureInfo(to.Language == "en" ? "en-GB" : "id-ID");
        var (issuer, head) = (await company.GetAsync(cancellationToken), await letterhead.GetAsync(cancellationToken));
        var amount = Money.Idr(invoice.Kind == InvoiceKind.ProForma ? invoice.PayableMinor - invoice.SettledMinor : definition == InvoiceMessages.Copy ? invoice.PayableMinor : invoice.OutstandingMinor);
        var file = invoice.Number is { } number ? string.Concat(number.ToLowerInvariant(), ".pdf") : "bill.pdf";
        return await messages.QueueAsync(
            new MessageOrder(
                definition.Key,
                invoice.Id,
                kind,
                [to],
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["company"] = head.LegalName.Length > 0 ? head.LegalName : issuer.Name,
                    ["customer"] = to.Name ?? invoice.BuyerName,
                    ["number"] = invoice.Number ?? "",
                    ["period"] = PeriodOf(invoice, culture),
                    ["amount"] = amount.ToString(culture),
                    ["due"] = invoice.DueOn is { } due ? due.ToString("d MMM yyyy", culture) : "",
                    ["pay"] = HowToPay(head, issuer, to.Channel == MessageChannel.Email, culture),
                },
                Attachments: [new MessageAttachment(InvoiceAttachments.Name, invoice.Id, file)]),
            cancellationToken);
    }

    private static string PeriodOf(Invoice invoice, CultureInfo culture) =>
        invoice is { PeriodFromOn: { } from, PeriodToOn: { } to } && from != to
            ? $"{from.ToString("d MMM yyyy", culture)} – {to.ToString("d MMM yyyy", culture)}"
            : (invoice.PeriodFromOn ?? invoice.IssuedOn)?.ToString("d MMM yyyy", culture) ?? "";

    // The code is on the PDF, which e-mail alone brings along.
    private static string HowToPay(LetterheadSettings head, CompanySettings issuer, bool hasPdf, CultureInfo culture)
    {
        var ways = head.Accounts().Select(account => Word("pay.bank", culture, account.Bank, account.Number, account.Holder)).ToList();
        if (hasPdf && head.Qris.Length > 0)
        {
            ways.Add(Word("pay.qris", culture));
        }

        var phone = head.Phone.Length > 0 ? head.Phone : issuer.SupportPhone;
        // One line: the fields of an approved WhatsApp template may have no other.
        return ways.Count > 0 ? string.Join("; ", ways) : phone.Length > 0 ? Word("pay.ask", culture, phone) : Word("pay.office", culture);
    }

    private static string Word(string key, CultureInfo culture, params object[] parts) => string.Format(culture, InvoiceMessages.Texts.GetString(key, culture)!, parts);

    private static MessageRecipient? RecipientOf(WishedChannel wish, string? email, string? phone, string name, string language, Guid customerId) =>
        WishedWay.Of(wish, email, phone) is { } way ? new MessageRecipient(way.Channel, way.Address, name, language == "en" ? "en" : "id", customerId) : null;
}
