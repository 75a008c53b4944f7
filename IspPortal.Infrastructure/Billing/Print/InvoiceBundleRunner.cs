using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Documents;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Print;

/// <summary>Makes the oldest bundle that waits, or goes on with one that a crash left; takes those away whose time is over.</summary>
internal sealed class InvoiceBundleRunner(PortalContextSource source, InvoicePaperMaker maker, IDocumentHtml pages, IPdfPrinter printer, InvoiceBundleFiles files, TimeProvider clock)
{
    private const int MostTries = 3;
    private const int TellsEvery = 10;

    /// <summary>Longer than a print may take.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(6);

    /// <summary>How it went: null when there was none to make.</summary>
    public async Task<(Guid BundleId, Error? Error)?> RunAsync(CancellationToken cancellationToken)
    {
        var token = Ids.New(clock);
        if (await TakeAsync(token, cancellationToken) is not { } bundle)
        {
            return null;
        }

        var made = bundle.Tries > MostTries ? BundleErrors.GivenUp : await MakeAsync(bundle.Id, token, cancellationToken);
        if (made.Succeeded)
        {
            return (bundle.Id, null);
        }

        await using var context = source.CreateForSystem(PrintBillsJob.Key);
        await context.Set<InvoiceBundle>().Where(b => b.Id == bundle.Id && b.LeasedBy == token).ExecuteUpdateAsync(
            set => set.SetProperty(b => b.State, InvoiceBundleState.Failed).SetProperty(b => b.ErrorCode, made.Error.Code).SetProperty(b => b.LeasedBy, (Guid?)null).SetProperty(b => b.LeasedUntilUtc, (DateTime?)null), cancellationToken);
        return (bundle.Id, made.Error);
    }

    /// <summary>Takes away what is over, and files that no bundle knows; gives how many files went.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var context = source.CreateForSystem(PrintBillsJob.Key);
        await context.Set<InvoiceBundleItem>().Where(i => context.Set<InvoiceBundle>().Any(b => b.Id == i.BundleId && b.ExpiresAtUtc <= now)).ExecuteDeleteAsync(cancellationToken);
        await context.Set<InvoiceBundle>().Where(b => b.ExpiresAtUtc <= now).ExecuteDeleteAsync(cancellationToken);
        var gone = 0;
        foreach (var part in files.ListOld(now.AddHours(-1)).Chunk(500))
        {
            var known = (await context.Set<InvoiceBundle>().Where(b => b.StoredAs != null && part.Contains(b.StoredAs.Value)).Select(b => b.StoredAs!.Value).ToListAsync(cancellationToken)).ToHashSet();
            foreach (var id in part.Where(id => !known.Contains(id)))
            {
                files.Remove(id);
                gone++;
            }
        }

        return gone;
    }

    private async Task<InvoiceBundle?> TakeAsync(Guid token, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var until = now + Lease;
        await using var context = source.CreateForSystem(PrintBillsJob.Key);
        var open = context.Set<InvoiceBundle>().Where(b => b.State == InvoiceBundleState.Waiting || (b.State == InvoiceBundleState.Running && (b.LeasedUntilUtc == null || b.LeasedUntilUtc < now)));
        var id = await open.OrderBy(b => b.RequestedAtUtc).ThenBy(b => b.Id).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(cancellationToken);
        if (id is null || await open.Where(b => b.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(b => b.State, InvoiceBundleState.Running).SetProperty(b => b.Done, 0).SetProperty(b => b.Tries, b => b.Tries + 1).SetProperty(b => b.LeasedBy, token).SetProperty(b => b.LeasedUntilUtc, until),
                cancellationToken) == 0)
        {
            return null;
        }

        return await context.Set<InvoiceBundle>().AsNoTracking().SingleAsync(b => b.Id == id, cancellationToken);
    }

    private async Task<Result> MakeAsync(Guid bundleId, Guid token, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(PrintBillsJob.Key);
        var ids = await context.Set<InvoiceBundleItem>().Where(i => i.BundleId == bundleId).OrderBy(i => i.No).Select(i => i.InvoiceId).ToListAsync(cancellationToken);
        var bills = new List<InvoicePaper>(ids.Count);
        foreach (var id in ids)
        {
            if (await maker.MakeAsync(context, id, cancellationToken) is { } paper)
            {
                bills.Add(paper);
            }

            if (bills.Count % TellsEvery == 0 && !await TellAsync(context, bundleId, token, bills.Count, cancellationToken))
            {
                return BundleErrors.NotFound;
            }
        }

        var pdf = await printer.PrintAsync(await pages.RenderAsync(new InvoiceBundlePaper(bills), bills[0].Language, cancellationToken), cancellationToken);
        if (!pdf.Succeeded)
        {
            return pdf.Error;
        }

        var (storedAs, bytes) = (Ids.New(clock), (long)pdf.Value.Bytes.Length);
        await files.SaveAsync(storedAs, pdf.Value.Bytes, cancellationToken);
        // What nobody waits for any more is an orphan, which the sweep takes.
        await context.Set<InvoiceBundle>().Where(b => b.Id == bundleId && b.LeasedBy == token).ExecuteUpdateAsync(
            set => set.SetProperty(b => b.State, InvoiceBundleState.Ready).SetProperty(b => b.Done, b => b.Bills).SetProperty(b => b.StoredAs, storedAs).SetProperty(b => b.Bytes, bytes)
                .SetProperty(b => b.LeasedBy, (Guid?)null).SetProperty(b => b.LeasedUntilUtc, (DateTime?)null),
            cancellationToken);
        return Result.Success;
    }

    private async Task<bool> TellAsync(PortalDbContext context, Guid bundleId, Guid token, int done, CancellationToken cancellationToken)
    {
        var until = clock.UtcNow() + Lease;
        return await context.Set<InvoiceBundle>().Where(b => b.Id == bundleId && b.LeasedBy == token)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Done, done).SetProperty(b => b.LeasedUntilUtc, until), cancellationToken) == 1;
    }
}
