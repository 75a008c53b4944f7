using System.Text.Json;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Imports;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Network.Imports;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Drift;

/// <summary>Takes what a router holds into what the portal wants. The caller has checked the permission.</summary>
internal sealed class DriftAdopter(
    IDbContextFactory<PortalDbContext> contexts, RouterReconciler reconciler, AccessTaker taker, ISettingsReader<ProvisioningSettings> settings)
{
    public async Task<Result<int>> AdoptAsync(Guid routerId, IReadOnlyList<DriftItem> items, string reason, CancellationToken cancellationToken)
    {
        var compared = await reconciler.ReadAsync(routerId, KickPolicy.NextRedial, cancellationToken);
        if (!compared.Succeeded)
        {
            return compared.Error;
        }

        var selected = items.ToDictionary(i => (i.Menu, i.Key, i.Kind));
        var fresh = RouterReconciler.Differences(compared.Value).Where(d => d.CanAdopt && selected.ContainsKey((d.Menu, d.Key, d.Kind))).ToList();
        var isolir = (await settings.GetAsync(cancellationToken)).IsolirProfile;
        var gone = new List<Guid>();

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var difference in fresh.Where(d => d.AccessId is not null || d.Kind == DriftKind.Changed))
        {
            if (await TakeValuesAsync(context, routerId, difference, compared.Value.Contents, isolir, cancellationToken))
            {
                gone.Add(selected[(difference.Menu, difference.Key, difference.Kind)].Id);
            }
        }

        if (gone.Count > 0)
        {
            context.AddAudit("drift_adopted", "router", routerId.ToString(), null, JsonSerializer.Serialize(new { reason, count = gone.Count }));
            var saved = await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
            if (!saved.Succeeded)
            {
                return saved.Error;
            }
        }

        var unowned = fresh.Where(d => d is { AccessId: null, Kind: DriftKind.Unowned }).Select(d => (Difference: d, Line: LineOf(compared.Value.Contents, d))).Where(u => u.Line is not null).ToList();
        foreach (var batch in unowned.Index().Chunk(AccessTaker.BatchSize))
        {
            var taken = await taker.TakeAsync(
                routerId,
                [.. batch.Select(b => FoundAccess.Of(routerId, b.Index, b.Item.Line!, isolir, null, b.Item.Line!.Comment))],
                (rows, ids) =>
                {
                    rows.AddAudit("drift_adopted", "router", routerId.ToString(), null, JsonSerializer.Serialize(new { reason, count = ids.Count }));
                    return Task.CompletedTask;
                },
                cancellationToken);
            if (!taken.Succeeded)
            {
                return taken.Error;
            }

            gone.AddRange(taken.Value.Keys.Select(i => unowned[i].Difference).Select(d => selected[(d.Menu, d.Key, d.Kind)].Id));
        }

        await context.Set<DriftItem>().Where(d => gone.Contains(d.Id)).ExecuteDeleteAsync(cancellationToken);
        return gone.Count;
    }

    private static async Task<bool> TakeValuesAsync(PortalDbContext context, Guid routerId, DriftDifference difference, RouterContents contents, string isolir, CancellationToken cancellationToken)
    {
        if (difference.Menu is RouterMenus.PppProfile or RouterMenus.HotspotProfile)
        {
            return await TakeProfileAsync(context, routerId, difference, contents, cancellationToken);
        }

        var placement = await context.Set<AccessPlacement>().FirstOrDefaultAsync(p => p.AccessId == difference.AccessId && p.RouterId == routerId, cancellationToken);
        var wanted = await context.Set<DesiredAccessRecord>().FirstOrDefaultAsync(w => w.AccessId == difference.AccessId, cancellationToken);
        if (placement is null || wanted is null || placement.Role == PlacementRole.Former)
        {
            return false;
        }

        if (difference.Kind == DriftKind.Unowned)
        {
            placement.MayAdopt = true;
            return true;
        }

        // Sold meanwhile: the subscription says what the line should be.
        if (wanted.KeptBy is not null || LineOf(contents, difference) is not { } line)
        {
            return false;
        }

        var key = DesiredAccessRecord.KeyOf(wanted.Service, line.Name);
        if (key != wanted.UsernameKey && await context.Set<DesiredAccessRecord>().AnyAsync(w => w.UsernameKey == key, cancellationToken))
        {
            return false;
        }

        if (!AdoptedValues.TryTake(wanted, placement, line, [.. difference.InPortal.Keys], isolir))
        {
            return false;
        }

        var account = await context.Set<AccessAccount>().FirstAsync(a => a.Id == wanted.AccessId, cancellationToken);
        account.Username = wanted.Username;
        return true;
    }

    private static async Task<bool> TakeProfileAsync(PortalDbContext context, Guid routerId, DriftDifference difference, RouterContents contents, CancellationToken cancellationToken)
    {
        var service = difference.Menu == RouterMenus.PppProfile ? AccessService.Pppoe : AccessService.Hotspot;
        var record = await context.Set<DesiredProfileRecord>().FirstOrDefaultAsync(p => p.RouterId == routerId && p.Service == service && p.Name == difference.Key, cancellationToken);
        if (record is null || contents.Find(difference.Menu)?.Find(difference.Key) is not { } item)
        {
            return false;
        }

        if (difference.InPortal.ContainsKey("rate-limit"))
        {
            // A speed that cannot be read is no longer the portal's business.
            record.RateLimit = RateLimit.TryParse(item["rate-limit"], out var limit) ? limit.ToString() : null;
        }

        if (difference.InPortal.ContainsKey("address-list"))
        {
            record.AddressList = item["address-list"] ?? string.Empty;
        }

        if (difference.InPortal.ContainsKey("only-one"))
        {
            record.OnlyOne = item["only-one"];
        }

        return true;
    }

    private static FoundLine? LineOf(RouterContents contents, DriftDifference difference)
    {
        var menu = contents.Find(difference.Menu);
        var item = menu is null ? null : (difference.AccessId is { } id ? menu.FindOwned(id) : null) ?? menu.Find(difference.Key);
        return item is null ? null : FoundLines.TryRead(difference.Menu, item);
    }
}
