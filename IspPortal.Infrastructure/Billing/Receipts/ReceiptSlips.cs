using System.Globalization;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Receipts;

internal sealed class ReceiptSlips(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, ISettingsReader<LetterheadSettings> letterhead, ISettingsReader<CompanySettings> company, TimeProvider clock) : IReceiptSlips
{
    public async Task<Result<string>> PrintAsync(Guid receiptId, bool inEnglish, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReceiptPermissions.ReceiptsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var read = await ReceiptReading.GetAsync(context, receiptId, cancellationToken);
        if (read.ValueOr(null) is not { } receipt)
        {
            return read.Error!;
        }

        if (receipt.Row.State == ReceiptState.Voided)
        {
            return ReceiptErrors.AlreadyVoided;
        }

        // Whoever prints first prints the first one, also of two at once.
        var now = clock.UtcNow();
        var isFirst = await context.Set<Receipt>().Where(r => r.Id == receiptId && r.PrintedAtUtc == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.PrintedAtUtc, now), cancellationToken) == 1;
        var (ours, house) = (await letterhead.GetAsync(cancellationToken), await company.GetAsync(cancellationToken));
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(house.BusinessZone, out var found) ? found : TimeZoneInfo.Utc;
        var language = CultureInfo.GetCultureInfo(inEnglish ? "en" : "id");
        var facts = new ReceiptSlipFacts
        {
            Company = [.. new[] { First(ours.LegalName, house.Name), First(ours.Address, house.Address), First(ours.Phone, house.SupportPhone) }.Where(line => line.Length > 0)],
            Number = receipt.Row.Number,
            ReceivedAt = TimeZoneInfo.ConvertTimeFromUtc(receipt.Row.PaidAtUtc, zone),
            ReceivedBy = receipt.Row.BookedBy,
            Payer = receipt.Row.PayerName,
            Lines = [.. receipt.Parts.Select(part => new ReceiptSlipLine(part.InvoiceNumber ?? Word("Credit", language), part.Amount))],
            Total = receipt.Row.Amount,
            Methods = [.. receipt.Money.Select(part => new ReceiptSlipLine(Word("Method." + part.Method, language), part.Amount))],
            Note = receipt.Note,
            IsCopy = !isFirst,
        };
        return ReceiptSlip.Write(facts, language.TwoLetterISOLanguageName);
    }

    private static string First(string own, string house) => own.Length > 0 ? own : house;

    private static string Word(string key, CultureInfo language) => SlipWords.ResourceManager.GetString(key, language) ?? key;
}
