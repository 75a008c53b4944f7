using System.Collections.Frozen;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Mapping.Live;

/// <summary>
/// Remembers every line with its place. While somebody looks it is read anew every few seconds, behind the backs of those who look: they get what is there. What nobody asked for in a while is
/// read before it is given.
/// </summary>
internal sealed partial class LineAtlas(PortalContextSource source, TimeProvider clock, ILogger<LineAtlas> log) : IDisposable
{
    private const string By = "line-atlas";
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(15);

    // Older than fresh it is for one look only: the next one, seconds later, gets the new one.
    private static readonly TimeSpan UsableFor = TimeSpan.FromMinutes(10);

    // A change of many lines at once is many calls of Touch.
    private static readonly TimeSpan NotAgainFor = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile LineImage? _image;
    private int _refreshing;
    private int _touched;

    /// <summary>The lines: some seconds old while somebody looks, at most ten minutes for the first who looks after nobody did.</summary>
    public async ValueTask<LineImage> GetAsync(CancellationToken cancellationToken)
    {
        if (_image is { } known && clock.GetElapsedTime(known.ReadAt) is var age && age < UsableFor)
        {
            if (age > FreshFor || (age > NotAgainFor && Volatile.Read(ref _touched) == 1))
            {
                Refresh();
            }

            return known;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _image is { } other && clock.GetElapsedTime(other.ReadAt) < UsableFor ? other : _image = await ReadAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A line changed: it is read anew for those who look.</summary>
    public void Touch() => Volatile.Write(ref _touched, 1);

    public void Dispose() => _gate.Dispose();

    private void Refresh()
    {
        if (Interlocked.Exchange(ref _refreshing, 1) == 0)
        {
            _ = RefreshAsync();
        }
    }

    // Not the caller's token: others wait for it as well.
    private async Task RefreshAsync()
    {
        try
        {
            await Task.Yield();
            _image = await ReadAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            NotRead(exception);
        }
        finally
        {
            Volatile.Write(ref _refreshing, 0);
        }
    }

    private async Task<LineImage> ReadAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref _touched, 0);
        var at = clock.GetTimestamp();
        await using var context = source.CreateForSystem(By);
        var tags = (await context.Set<CustomerTag>().AsNoTracking().Select(t => new { t.CustomerId, t.Tag }).ToListAsync(cancellationToken)).ToLookup(t => t.CustomerId, t => t.Tag);
        var others = (await (
            from p in context.Set<AccessPlacement>().AsNoTracking()
            join s in context.Set<Subscription>() on p.AccessId equals s.AccessId
            where p.RouterId != s.RouterId && s.Status != SubscriptionStatus.Terminated
            select new { p.AccessId, p.RouterId, p.AppliedState }).ToListAsync(cancellationToken)).ToLookup(p => p.AccessId, p => new OtherPlace(p.RouterId, p.AppliedState == AccessState.Disabled));
        var sold = await SoldAsync(context, tags, others, cancellationToken);
        var routers = await context.Set<Router>().AsNoTracking().Where(r => r.RemovedAtUtc == null && r.Enabled).Select(r => new { r.Id, r.Name, r.Latitude, r.Longitude }).ToListAsync(cancellationToken);
        return new LineImage(
            at,
            sold.Concat(await DrawnAsync(context, cancellationToken)).ToFrozenDictionary(l => l.AccessId),
            routers.ToFrozenDictionary(r => r.Id, r => new MapRouter(r.Id, r.Name, PointOf(r.Latitude, r.Longitude))));
    }

    private static async Task<List<MapLine>> SoldAsync(PortalDbContext context, ILookup<Guid, string> tags, ILookup<Guid, OtherPlace> others, CancellationToken cancellationToken)
    {
        var rows = await (
            from s in context.Set<Subscription>().AsNoTracking()
            join c in context.Set<Customer>() on s.CustomerId equals c.Id
            where s.Status != SubscriptionStatus.Terminated
            select new
            {
                s.AccessId, s.Id, s.Number, s.CustomerId, CustomerName = c.CompanyName ?? c.Name, s.Username, s.RouterId, s.PlanId, s.Holds, s.Status,
                s.Latitude, s.Longitude, s.Address, CustomerLatitude = c.Latitude, CustomerLongitude = c.Longitude, c.Street, c.Village, c.City,
            }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new MapLine
        {
            AccessId = row.AccessId,
            SubscriptionId = row.Id,
            Number = row.Number,
            CustomerId = row.CustomerId,
            CustomerName = row.CustomerName,
            Username = row.Username,
            RouterId = row.RouterId,
            PlanId = row.PlanId,
            Holds = row.Holds,
            Wanted = AccessStateRule.StateOf(SubscriptionStatusRule.LifecycleOf(row.Status), row.Holds, overQuota: false),
            Point = PointOf(row.Latitude, row.Longitude) ?? PointOf(row.CustomerLatitude, row.CustomerLongitude),
            Address = row.Address ?? (string.Join(", ", new[] { row.Street, row.Village, row.City }.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } words ? words : null),
            Tags = [.. tags[row.CustomerId]],
            Others = [.. others[row.AccessId]],
            LineKey = SearchKey.Of(row.Username, row.Number),
            NameKey = SearchKey.Of(row.CustomerName),
        })];
    }

    /// <summary>Accounts that have a drop though nothing was ever sold over them: they were found on a router.</summary>
    private static async Task<List<MapLine>> DrawnAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var rows = await context.Set<AccessAccount>().AsNoTracking()
            .Where(a => context.Set<DropLine>().Any(l => l.AccessId == a.Id) && !context.Set<Subscription>().Any(s => s.AccessId == a.Id))
            .Select(a => new { a.Id, a.Username, a.RouterId, a.Enabled }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new MapLine
        {
            AccessId = row.Id,
            Username = row.Username,
            RouterId = row.RouterId,
            Wanted = row.Enabled == false ? AccessState.Disabled : AccessState.Active,
            LineKey = SearchKey.Of(row.Username),
        })];
    }

    private static GeoPoint? PointOf(double? latitude, double? longitude) =>
        latitude is { } north && longitude is { } east && new GeoPoint(north, east) is { IsOnEarth: true } point ? point : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lines of the map could not be read anew; what is shown grows older")]
    private partial void NotRead(Exception exception);
}
