using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Imports;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Imports;

internal sealed class Imports(
    IDbContextFactory<PortalDbContext> contexts,
    ICurrentActor actor,
    ImportReader reader,
    ImportDirectory directory,
    AccessTaker taker,
    ISettingsReader<ProvisioningSettings> settings,
    TimeProvider clock) : IImports
{
    private const int RowsAtOnce = 1000;

    public async Task<Result<Page<ImportRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersRead) is { } denied ? denied : await directory.ListAsync(page, cancellationToken);

    public async Task<Result<ImportDetails>> GetAsync(Guid importId, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersRead) is { } denied ? denied : await directory.GetAsync(importId, cancellationToken);

    public async Task<Result<Page<ImportDraftRow>>> ListDraftsAsync(Guid importId, ImportDraftFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersRead) is { } denied ? denied : await directory.ListDraftsAsync(importId, filter, page, cancellationToken);

    public async Task<Result<Guid>> BeginAsync(Guid routerId, ImportFile? file, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.AccessesWrite) is { } denied)
        {
            return denied;
        }

        var customers = file is null ? Result.Of<IReadOnlyList<CustomerRow>>([]) : CustomerFileReader.Read(file);
        if (!customers.Succeeded)
        {
            return customers.Error;
        }

        var judged = await reader.ReadAsync(routerId, customers.Value, cancellationToken);
        if (!judged.Succeeded)
        {
            return judged.Error;
        }

        var matched = judged.Value.Select(j => j.Customer).OfType<CustomerRow>().Distinct().Count();
        var run = new ImportRun
        {
            Id = Ids.New(clock),
            RouterId = routerId,
            State = ImportState.Draft,
            FileName = file?.Name is { Length: > 200 } name ? name[..200] : file?.Name,
            Customers = customers.Value.Count,
            CustomersWithoutLine = customers.Value.Count - matched,
            CreatedBy = actor.Actor.Name,
            CreatedAtUtc = clock.UtcNow(),
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        context.Add(run);
        await context.SaveChangesAsync(cancellationToken);
        foreach (var rows in judged.Value.Select((line, index) => DraftOf(run.Id, index + 1, line)).Chunk(RowsAtOnce))
        {
            context.AddRange(rows.Cast<object>());
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
        return run.Id;
    }

    public async Task<Result<int>> ChooseAsync(Guid importId, ImportDraftFilter filter, bool chosen, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.AccessesWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var run = await context.Set<ImportRun>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == importId, cancellationToken);
        if (run is null)
        {
            return ImportErrors.NotFound;
        }

        if (run.State != ImportState.Draft)
        {
            return ImportErrors.WrongState(run.State);
        }

        return await ImportDirectory.Narrow(context.Set<ImportDraft>().Where(d => d.RunId == importId), filter)
            .Where(d => d.IsChosen != chosen && d.AccessId == null && (d.Verdict == ImportVerdict.Matched || d.Verdict == ImportVerdict.Unmatched || d.Verdict == ImportVerdict.Doubled))
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.IsChosen, chosen), cancellationToken);
    }

    public async Task<Result<int>> TakeAsync(Guid importId, long version, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.AccessesWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var run = await context.Set<ImportRun>().FirstOrDefaultAsync(r => r.Id == importId, cancellationToken);
        if (run is null)
        {
            return ImportErrors.NotFound;
        }

        if (run.State != ImportState.Draft)
        {
            return ImportErrors.WrongState(run.State);
        }

        if (run.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        var chosen = await context.Set<ImportDraft>().AsNoTracking().Where(d => d.RunId == importId && d.IsChosen).OrderBy(d => d.Number).ToListAsync(cancellationToken);
        if (chosen.Count == 0)
        {
            return ImportErrors.NothingChosen;
        }

        // First of all: from the first line on the portal only watches there.
        var router = await context.Set<Router>().FirstOrDefaultAsync(r => r.Id == run.RouterId && r.RemovedAtUtc == null, cancellationToken);
        if (router is null)
        {
            return NetworkErrors.RouterNotFound;
        }

        router.ObservesSinceUtc ??= clock.UtcNow();
        await KeepProfilesAsync(context, run.RouterId, chosen, cancellationToken);
        var observed = await context.TrySaveAsync(null, cancellationToken);
        if (!observed.Succeeded)
        {
            return observed.Error;
        }

        var isolir = (await settings.GetAsync(cancellationToken)).IsolirProfile;
        foreach (var batch in chosen.Where(d => d.Kind != FoundKind.Profile && d.AccessId is null).Chunk(AccessTaker.BatchSize))
        {
            var taken = await taker.TakeAsync(run.RouterId, [.. batch.Select(d => AccessOf(run.RouterId, d, isolir))], (rows, ids) => NoteAsync(rows, importId, ids, cancellationToken), cancellationToken);
            if (!taken.Succeeded)
            {
                return taken.Error;
            }
        }

        run.TakenLines = await context.Set<ImportDraft>().CountAsync(d => d.RunId == importId && d.AccessId != null, cancellationToken);
        run.State = ImportState.Taken;
        run.EndedAtUtc = clock.UtcNow();
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Error;
        }

        // What is the portal's now has its password there; the copy has done its work.
        await context.Set<ImportDraft>().Where(d => d.RunId == importId && d.Password != null).ExecuteUpdateAsync(set => set.SetProperty(d => d.Password, (string?)null), cancellationToken);
        return run.TakenLines;
    }

    public async Task<Result> DiscardAsync(Guid importId, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.AccessesWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var run = await context.Set<ImportRun>().FirstOrDefaultAsync(r => r.Id == importId, cancellationToken);
        if (run is null)
        {
            return ImportErrors.NotFound;
        }

        if (run.State != ImportState.Draft)
        {
            return ImportErrors.WrongState(run.State);
        }

        run.State = ImportState.Discarded;
        run.EndedAtUtc = clock.UtcNow();
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (saved.Succeeded)
        {
            await context.Set<ImportDraft>().Where(d => d.RunId == importId && d.AccessId == null).ExecuteDeleteAsync(cancellationToken);
        }

        return saved;
    }

    private async Task KeepProfilesAsync(PortalDbContext context, Guid routerId, List<ImportDraft> chosen, CancellationToken cancellationToken)
    {
        var kept = await context.Set<DesiredProfileRecord>().AsNoTracking().Where(p => p.RouterId == routerId).Select(p => new { p.Service, p.Name }).ToListAsync(cancellationToken);
        foreach (var profile in chosen.Where(d => d.Kind == FoundKind.Profile && !kept.Exists(k => k.Service == d.Service && k.Name == d.Name)))
        {
            context.Add(new DesiredProfileRecord
            {
                Id = Ids.New(clock),
                RouterId = routerId,
                Service = profile.Service,
                Name = profile.Name,
                RateLimit = profile.RateLimit,
                AddressList = profile.AddressList,
            });
        }
    }

    private static async Task NoteAsync(PortalDbContext context, Guid importId, IReadOnlyDictionary<int, Guid> taken, CancellationToken cancellationToken)
    {
        var numbers = taken.Keys.ToList();
        foreach (var draft in await context.Set<ImportDraft>().Where(d => d.RunId == importId && numbers.Contains(d.Number)).ToListAsync(cancellationToken))
        {
            draft.AccessId = taken[draft.Number];
        }
    }

    private static FoundAccess AccessOf(Guid routerId, ImportDraft draft, string isolirProfile) => FoundAccess.Of(
        routerId,
        draft.Number,
        new FoundLine(draft.Kind, draft.Name, draft.ItemId ?? string.Empty)
        {
            Service = draft.Service,
            Profile = draft.Profile,
            FixedAddress = draft.FixedAddress,
            CallerId = draft.CallerId,
            RateLimit = draft.RateLimit,
            Password = draft.Password,
            IsDisabled = draft.IsDisabled,
        },
        isolirProfile,
        draft.CustomerProfile,
        draft.Comment is { Length: > 0 } comment ? comment : draft.CustomerName);

    private static ImportDraft DraftOf(Guid runId, int number, JudgedLine judged)
    {
        var line = judged.Line;
        var draft = new ImportDraft
        {
            RunId = runId,
            Number = number,
            Kind = line.Kind,
            Service = line.Service,
            Name = Cut(line.Name, 128)!,
            ItemId = Cut(line.ItemId, 32),
            Profile = Cut(line.Profile, 128),
            FixedAddress = Cut(line.FixedAddress, 128),
            CallerId = Cut(line.CallerId, 64),
            RateLimit = Cut(line.RateLimit, 200),
            AddressList = Cut(line.AddressList, 128),
            Password = line.Password,
            IsDisabled = line.IsDisabled,
            Comment = Cut(line.Comment, 500),
            Verdict = judged.Verdict,
            ProblemCode = judged.ProblemCode,
            ProblemDetail = Cut(judged.ProblemDetail, 300),
            MatchedBy = judged.MatchedBy,
            CustomerNumber = judged.Customer?.Number,
            CustomerName = judged.Customer?.Name,
            CustomerPhone = judged.Customer?.Phone,
            CustomerProfile = judged.Customer?.Profile,
            IsChosen = judged.Verdict == ImportVerdict.Matched,
        };
        if (draft.CanBeTaken && line.Kind != FoundKind.Profile && !new SaveAccessRequestValidator().Validate(AccessOf(runId, draft, string.Empty).Request).IsValid)
        {
            (draft.Verdict, draft.ProblemCode, draft.IsChosen) = (ImportVerdict.Unreadable, "imports.not_acceptable", false);
        }

        return draft;
    }

    private static string? Cut(string? text, int length) => text is not null && text.Length > length ? text[..length] : text;
}
