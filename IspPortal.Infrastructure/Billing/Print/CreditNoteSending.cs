using System.Globalization;
using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Messaging;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Print;

internal sealed class CreditNoteSending(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, InvoiceNotices notices, IMessageOutbox messages, ISettingsReader<CompanySettings> company, ISettingsReader<LetterheadSettings> letterhead) : ICreditNoteSending
{
    /// <summary>Nobody is sent one credit note more often.</summary>
    private const int MostTimes = 20;

    public async Task<Result> SendAsync(Guid creditNoteId, bool again, CancellationToken cancellationToken)
    {
        if (actor.Deny(InvoicePermissions.InvoicesSend) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<CreditNote>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == creditNoteId, cancellationToken) is not { } note)
        {
            return CorrectionErrors.CreditNoteNotFound;
        }

        if (await InvoiceNotices.ReadAsync(context, [note.InvoiceId], cancellationToken) is not [{ To: { } to }])
        {
            return InvoiceErrors.NobodyToSendTo;
        }

        if (await notices.IsHeldAsync(cancellationToken))
        {
            return InvoiceErrors.Observed;
        }

        for (var time = 1; time <= (again ? MostTimes : 1); time++)
        {
            var kind = time == 1 ? InvoiceNotices.First : string.Create(CultureInfo.InvariantCulture, $"{InvoiceNotices.First}-{time}");
            var queued = await TellAsync(note, to, kind, cancellationToken);
            if (!queued.Succeeded)
            {
                return queued.Error.Kind == ErrorKind.Invalid ? InvoiceErrors.NobodyToSendTo : queued.Error;
            }

            if (queued.Value > 0)
            {
                return Result.Success;
            }
        }

        return InvoiceErrors.AlreadySent;
    }

    private async Task<Result<int>> TellAsync(CreditNote note, MessageRecipient to, string kind, CancellationToken cancellationToken)
    {
        var culture = CultureInfo.GetCultureInfo(to.Language == "en" ? "en-GB" : "id-ID");
        var head = await letterhead.GetAsync(cancellationToken);
        return await messages.QueueAsync(
            new MessageOrder(
                InvoiceMessages.Credited.Key,
                note.Id,
                kind,
                [to],
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["company"] = head.LegalName.Length > 0 ? head.LegalName : (await company.GetAsync(cancellationToken)).Name,
                    ["customer"] = to.Name ?? note.BuyerName,
                    ["number"] = note.Number,
                    ["invoice"] = note.InvoiceNumber,
                    ["amount"] = Money.Idr(note.TotalMinor).ToString(culture),
                    ["reason"] = note.Reason,
                },
                Attachments: [new MessageAttachment(CreditNoteAttachments.Name, note.Id, note.Number.ToLowerInvariant() + ".pdf")]),
            cancellationToken);
    }
}
