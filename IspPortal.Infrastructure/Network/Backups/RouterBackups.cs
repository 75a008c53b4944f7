using System.Text;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Backups;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Backups;

internal sealed class RouterBackups(
    IDbContextFactory<PortalDbContext> contexts,
    ICurrentActor actor,
    RouterBackupTaker taker,
    RouterTextReader reader,
    BackupFiles files,
    IRouterContentsReader contents,
    IPlanDrafts drafts,
    IAuditWriter audit) : IRouterBackups
{
    public async Task<Result<Page<RouterBackupRow>>> ListAsync(RouterBackupFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = Rows(context);
        if (filter.RouterId is { } routerId)
        {
            rows = rows.Where(r => r.Backup.RouterId == routerId);
        }

        if (filter.Good is { } good)
        {
            rows = rows.Where(r => r.Backup.ErrorCode == null == good);
        }

        if (page.SearchOrNull?.ToLowerInvariant() is { } text)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            rows = rows.Where(r => r.Backup.TakenBy.ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var count = await rows.LongCountAsync(cancellationToken);
        var found = await rows.OrderByDescending(r => r.Backup.TakenAtUtc).ThenByDescending(r => r.Backup.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<RouterBackupRow>.Of([.. found.Select(RowOf)], page, count);
    }

    public async Task<Result<RouterBackupRow>> GetAsync(Guid backupId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(backupId, NetworkPermissions.RoutersRead, cancellationToken);
        return found.Succeeded ? RowOf(found.Value) : found.Error;
    }

    public async Task<Result<string>> ReadTextAsync(Guid backupId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(backupId, NetworkPermissions.RoutersOperate, cancellationToken);
        return found.Succeeded ? await TextOfAsync(found.Value.Backup, cancellationToken) : found.Error;
    }

    public async Task<Result<byte[]>> ReadBinaryAsync(Guid backupId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(backupId, NetworkPermissions.RoutersWrite, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var backup = found.Value.Backup;
        if (backup.BinaryFile is null)
        {
            return BackupErrors.NoBinary;
        }

        if (await files.ReadAsync(backup.BinaryFile, cancellationToken) is not { } bytes)
        {
            return BackupErrors.FileMissing;
        }

        await audit.WriteAsync("backup_downloaded", "router", backup.RouterId.ToString(), new { backupId, takenAtUtc = backup.TakenAtUtc }, cancellationToken);
        return bytes;
    }

    public async Task<Result<Guid>> TakeAsync(Guid routerId, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersApply) is { } denied)
        {
            return denied;
        }

        var taken = await taker.TakeAsync(routerId, actor.Actor.Name, cancellationToken);
        await audit.WriteAsync("backed_up", "router", routerId.ToString(), new { error = taken.Error?.Code }, cancellationToken);
        return taken;
    }

    public async Task<Result<BackupComparison>> CompareAsync(Guid fromId, Guid toId, CancellationToken cancellationToken)
    {
        var from = await FindAsync(fromId, NetworkPermissions.RoutersOperate, cancellationToken);
        var to = from.Succeeded ? await FindAsync(toId, NetworkPermissions.RoutersOperate, cancellationToken) : from;
        if (!to.Succeeded)
        {
            return to.Error;
        }

        if (from.Value.Backup.RouterId != to.Value.Backup.RouterId)
        {
            return BackupErrors.OtherRouter;
        }

        var left = await TextOfAsync(from.Value.Backup, cancellationToken);
        var right = left.Succeeded ? await TextOfAsync(to.Value.Backup, cancellationToken) : left;
        return right.Succeeded
            ? new BackupComparison(RowOf(from.Value), RowOf(to.Value), LineDifference.Between(BackupText.LinesOf(left.Value), BackupText.LinesOf(right.Value)))
            : right.Error;
    }

    public async Task<Result<RestorePreview>> PreviewRestoreAsync(Guid backupId, CancellationToken cancellationToken)
    {
        var version = await VersionAsync(backupId, cancellationToken);
        if (!version.Succeeded)
        {
            return version.Error;
        }

        var (backup, text, items, now, profiles, passwords) = version.Value;
        var present = await reader.ReadAsync(backup.RouterId, $"ispportal-{backup.Id:N}"[..22], backup.Format, cancellationToken);
        if (!present.Succeeded)
        {
            return present.Error;
        }

        // Another form of text has other lines: nothing to be compared line by line.
        var commands = present.Value.Format == backup.Format ? BackupText.CommandsMissing(text, present.Value.Text, RestorePlanner.Menus.Contains) : "";
        var difference = RestorePlanner.Compare(items, now, profiles, i => PasswordOf(i, passwords) is not null);
        return new RestorePreview(difference.Owned, RestorePlanner.CommandsFor(difference.Foreign) + commands);
    }

    public async Task<Result<Guid>> RestoreAsync(Guid backupId, IReadOnlyCollection<RestoreChoice> items, CancellationToken cancellationToken)
    {
        if (items.Count is 0 or > IRouterBackups.MaxRestored)
        {
            return BackupErrors.Selection(IRouterBackups.MaxRestored);
        }

        var version = await VersionAsync(backupId, cancellationToken);
        if (!version.Succeeded)
        {
            return version.Error;
        }

        var (_, _, held, now, profiles, passwords) = version.Value;
        var difference = RestorePlanner.Compare(held, now, profiles, i => PasswordOf(i, passwords) is not null);
        var owned = difference.Owned.Select(i => new RestoreChoice(i.Menu, i.Key)).ToHashSet();
        if (difference.Foreign.Select(i => new RestoreChoice(i.Menu, i.Key)).FirstOrDefault(i => items.Contains(i) && !owned.Contains(i)) is { } foreign)
        {
            return BackupErrors.NotOwned(foreign.Key, foreign.Menu);
        }

        var plan = RestorePlanner.Plan(held, now, profiles, items, i => PasswordOf(i, passwords));
        return await drafts.SaveAsync(new PlanDraft("restore", null, [plan]), cancellationToken);
    }

    private static string? PasswordOf(BackupItem item, IReadOnlyDictionary<Guid, string?> passwords) =>
        OwnershipTag.TryRead(item.Fields.GetValueOrDefault("comment"), out var accessId) ? passwords.GetValueOrDefault(accessId) : null;

    private static RouterBackupRow RowOf(BackupOfRouter found) => new(
        found.Backup.Id,
        found.Backup.RouterId,
        found.RouterName,
        found.Backup.TakenAtUtc,
        found.Backup.TakenBy,
        found.Backup.RouterOsVersion,
        found.Backup.Format,
        found.Backup.TextBytes,
        found.Backup.TextSha256,
        found.Backup.BinaryBytes,
        found.Backup.BinaryOnRouter,
        found.Backup.BinaryErrorCode,
        found.Backup.ErrorCode,
        found.Backup.ErrorDetail);

    private static IQueryable<BackupOfRouter> Rows(PortalDbContext context) =>
        from backup in context.Set<RouterBackup>().AsNoTracking()
        join router in context.Set<Router>() on backup.RouterId equals router.Id
        select new BackupOfRouter { Backup = backup, RouterName = router.Name };

    private async Task<Result<BackupOfRouter>> FindAsync(Guid backupId, string permission, CancellationToken cancellationToken)
    {
        if (actor.Deny(permission) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Rows(context).FirstOrDefaultAsync(r => r.Backup.Id == backupId, cancellationToken) is { } found ? found : BackupErrors.NotFound;
    }

    private async Task<Result<string>> TextOfAsync(RouterBackup backup, CancellationToken cancellationToken)
    {
        if (backup.TextFile is null)
        {
            return BackupErrors.Failed;
        }

        return await files.ReadAsync(backup.TextFile, cancellationToken) is { } bytes ? Encoding.UTF8.GetString(bytes) : BackupErrors.FileMissing;
    }

    private async Task<Result<KeptVersion>> VersionAsync(Guid backupId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(backupId, NetworkPermissions.RoutersApply, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var backup = found.Value.Backup;
        var text = await TextOfAsync(backup, cancellationToken);
        if (!text.Succeeded)
        {
            return text.Error;
        }

        var items = BackupText.ItemsOf(text.Value);
        var lists = items.Where(i => i.Menu == RouterMenus.AddressList).Select(i => i.Fields.GetValueOrDefault("list")).OfType<string>().Distinct(StringComparer.Ordinal).Take(50).ToList();
        var now = await contents.ReadAsync(backup.RouterId, new RouterReading(RestorePlanner.Menus) { AddressLists = lists }, cancellationToken);
        if (!now.Succeeded)
        {
            return now.Error;
        }

        var owners = items.Select(i => OwnershipTag.TryRead(i.Fields.GetValueOrDefault("comment"), out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        var passwords = new Dictionary<Guid, string?>();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var ids in owners.Chunk(500).Select(c => c.ToList()))
        {
            foreach (var known in await context.Set<DesiredAccessRecord>().AsNoTracking().Where(a => ids.Contains(a.AccessId)).Select(a => new { a.AccessId, a.Password }).ToListAsync(cancellationToken))
            {
                passwords[known.AccessId] = known.Password;
            }
        }

        var profiles = await context.Set<DesiredProfileRecord>().AsNoTracking().Where(p => p.RouterId == backup.RouterId)
            .Select(p => new DesiredProfile(p.Service, p.Name) { IsAdopted = p.IsAdopted }).ToListAsync(cancellationToken);
        return new KeptVersion(backup, text.Value, items, now.Value, profiles, passwords);
    }

    private sealed record KeptVersion(
        RouterBackup Backup,
        string Text,
        IReadOnlyList<BackupItem> Items,
        RouterContents Now,
        IReadOnlyList<DesiredProfile> Profiles,
        IReadOnlyDictionary<Guid, string?> Passwords);

    private sealed class BackupOfRouter
    {
        public required RouterBackup Backup { get; init; }

        public required string RouterName { get; init; }
    }
}
