using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Outages;

internal sealed class OutageDirectory(IDbContextFactory<PortalDbContext> contexts, PlantAtlas atlas, OutageBoards boards, ICurrentActor actor, TimeProvider clock) : IOutageDirectory
{
    private const int LongestNote = 300;
    private static readonly TimeSpan LongestWorks = TimeSpan.FromDays(14);
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    public async Task<Result<Page<OutageRow>>> ListAsync(bool? isOpen, OutageKind? kind, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var outages = context.Set<Outage>().AsNoTracking().Where(o => o.State != OutageState.Dismissed);
        if (isOpen is { } open)
        {
            outages = open ? outages.Where(o => o.OpenKey != null) : outages.Where(o => o.OpenKey == null);
        }

        if (kind is { } wanted)
        {
            outages = outages.Where(o => o.Kind == wanted);
        }

        if (page.SearchOrNull is { } search)
        {
            outages = outages.Where(o => o.ElementName.Contains(search));
        }

        var count = await outages.LongCountAsync(cancellationToken);
        var rows = await outages.OrderBy(o => o.OpenKey == null).ThenByDescending(o => o.StartedAtUtc).ThenBy(o => o.Id).Skip(page.Skip).Take(page.Take).Select(OutageReading.Row).ToListAsync(cancellationToken);
        return Page<OutageRow>.Of(rows, page, count);
    }

    public async Task<Result<OutageRow>> GetAsync(Guid outageId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Outage>().AsNoTracking().Where(o => o.Id == outageId).Select(OutageReading.Row).SingleOrDefaultAsync(cancellationToken) is { } row ? row : OutageErrors.NotFound;
    }

    public async Task<Result<Page<OutageLineRow>>> ListLinesAsync(Guid outageId, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        // Whoever may not see customers sees which lines, not whose.
        var namesPeople = actor.Deny(CustomersPermissions.CustomersRead) is null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = context.Set<OutageLine>().AsNoTracking().Where(l => l.OutageId == outageId);
        var count = await lines.LongCountAsync(cancellationToken);
        if (count == 0 && !await context.Set<Outage>().AnyAsync(o => o.Id == outageId, cancellationToken))
        {
            return OutageErrors.NotFound;
        }

        var rows = await (
            from line in lines.OrderBy(l => l.ToUtc != null).ThenBy(l => l.FromUtc).ThenBy(l => l.AccessId).Skip(page.Skip).Take(page.Take)
            join account in context.Set<AccessAccount>() on line.AccessId equals account.Id
            join sold in context.Set<Subscription>() on line.AccessId equals sold.AccessId into subscriptions
            from subscription in subscriptions.DefaultIfEmpty()
            join owner in context.Set<Customer>() on subscription.CustomerId equals owner.Id into customers
            from customer in customers.DefaultIfEmpty()
            orderby line.ToUtc != null, line.FromUtc, line.AccessId
            select new OutageLineRow(line.AccessId, account.Username, namesPeople ? customer.Name : null, namesPeople ? customer.Phone : null, line.FromUtc, line.ToUtc)).ToListAsync(cancellationToken);
        return Page<OutageLineRow>.Of(rows, page, count);
    }

    public async Task<Result> NoteAsync(Guid outageId, long version, string? note, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MappingPermissions.OutagesWrite) ?? PlainText.Refuse(note, "note")) is { } refusal)
        {
            return refusal;
        }

        if (note?.Trim().Length > LongestNote)
        {
            return CommonErrors.Invalid([new FieldError("note", "common.too_long", LongestNote)]);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var outage = await context.Set<Outage>().SingleOrDefaultAsync(o => o.Id == outageId, cancellationToken);
        if (outage is null || outage.Version != version)
        {
            return outage is null ? OutageErrors.NotFound : CommonErrors.VersionConflict;
        }

        (outage.Note, outage.NotedBy) = (CustomerText.OrNull(note), context.Actor.Name);
        return await SaveAsync(context, CommonErrors.VersionConflict, cancellationToken);
    }

    public async Task<Result> AnnounceAsync(Guid outageId, AnnounceWorksRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MappingPermissions.OutagesWrite) ?? Judge(request)) is { } refusal)
        {
            return refusal;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var name = await ElementNames.OfAsync(context, await atlas.GetAsync(cancellationToken), request.Element, cancellationToken);
        if (name.Length == 0)
        {
            return OutageErrors.ElementNotFound;
        }

        context.Add(new Outage
        {
            Id = outageId, Kind = OutageKind.Planned, State = OutageState.Announced, ElementKind = request.Element.Kind, ElementId = request.Element.Id, ElementNumber = request.Element.Number, ElementName = name,
            OpenKey = $"{Outage.OpenKeyOf(OutageKind.Planned, request.Element)}:{request.FromUtc:yyyyMMddHHmm}", StartedAtUtc = request.FromUtc, EndsAtUtc = request.ToUtc, Note = request.Note.Trim(), NotedBy = context.Actor.Name,
        });
        return await SaveAsync(context, CommonErrors.VersionConflict, cancellationToken);
    }

    public async Task<Result> CallOffAsync(Guid outageId, long version, string? reason, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MappingPermissions.OutagesWrite) ?? PlainText.Refuse(reason)) is { } refusal)
        {
            return refusal;
        }

        if (reason?.Trim().Length > LongestNote)
        {
            return CommonErrors.Invalid([new FieldError("reason", "common.too_long", LongestNote)]);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var works = await context.Set<Outage>().SingleOrDefaultAsync(o => o.Id == outageId, cancellationToken);
        if (works is null || works.Version != version)
        {
            return works is null ? OutageErrors.NotFound : CommonErrors.VersionConflict;
        }

        if (works.Kind != OutageKind.Planned || works.OpenKey is null)
        {
            return works.Kind != OutageKind.Planned ? OutageErrors.NotPlanned : OutageErrors.Over;
        }

        var now = clock.UtcNow();
        (works.State, works.EndsAtUtc, works.OpenKey, works.LinesNow) = (works.State == OutageState.Announced ? OutageState.Dismissed : OutageState.Ended, now, null, 0);
        works.CalledOffBecause = CustomerText.OrNull(reason);
        foreach (var line in await context.Set<OutageLine>().Where(l => l.OutageId == outageId && l.ToUtc == null).ToListAsync(cancellationToken))
        {
            line.ToUtc = now;
        }

        return await SaveAsync(context, CommonErrors.VersionConflict, cancellationToken);
    }

    private async Task<Result> SaveAsync(PortalDbContext context, Error duplicate, CancellationToken cancellationToken)
    {
        var saved = await context.TrySaveAsync(duplicate, cancellationToken);
        if (saved.Succeeded)
        {
            await boards.PublishAsync(cancellationToken);
        }

        return saved;
    }

    private Error? Judge(AnnounceWorksRequest request)
    {
        var wrong = PlainText.Judge(request).ToList();
        if (string.IsNullOrWhiteSpace(request.Note) || request.Note.Trim().Length > LongestNote)
        {
            wrong.Add(string.IsNullOrWhiteSpace(request.Note) ? new FieldError("note", "common.required") : new FieldError("note", "common.too_long", LongestNote));
        }

        if (request.FromUtc < clock.UtcNow() - Slack)
        {
            wrong.Add(new FieldError("fromUtc", "outages.in_the_past"));
        }

        if (request.ToUtc <= request.FromUtc || request.ToUtc - request.FromUtc > LongestWorks)
        {
            wrong.Add(new FieldError("toUtc", request.ToUtc <= request.FromUtc ? "common.not_before_to" : "outages.too_long"));
        }

        if (!Enum.IsDefined(request.Element.Kind))
        {
            wrong.Add(new FieldError("element", "common.not_allowed"));
        }

        return wrong.Count > 0 ? CommonErrors.Invalid(wrong) : null;
    }
}
