using IspPortal.Core.Audit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Operations;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.RouterOs;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Operations;

internal sealed class RouterOperations(
    IDbContextFactory<PortalDbContext> contexts,
    RouterClients clients,
    IEnumerable<IRouterWriteGuard> guards,
    IRouterTableReader tables,
    IAuditWriter audit,
    ICurrentActor actor) : IRouterOperations
{
    public async Task<Result<int>> KickAsync(Guid accessId, Guid? routerId, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.SessionsKick) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var access = await context.Set<AccessAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == accessId, cancellationToken);
        if (access is null)
        {
            return NetworkErrors.AccessNotFound;
        }

        var (menu, property) = access.Service switch
        {
            AccessService.Pppoe => (RouterMenus.PppActive, "name"),
            AccessService.Hotspot => (RouterMenus.HotspotActive, "user"),
            _ => (null, null),
        };
        if (menu is null)
        {
            return OperationErrors.NoSession;
        }

        var client = await OpenAsync(routerId ?? access.RouterId, cancellationToken);
        if (!client.Succeeded)
        {
            return client.Error;
        }

        var sessions = await client.Value.PrintAsync(new RouterOsCommand(menu + "/print").Proplist(".id").Where($"?{property}={access.Username}"), cancellationToken);
        if (!sessions.Succeeded)
        {
            return sessions.Error;
        }

        var ended = 0;
        foreach (var session in sessions.Value.Where(s => s.Id is not null))
        {
            var removed = await client.Value.ExecuteAsync(new RouterOsCommand(menu + "/remove").With(".id", session.Id!), cancellationToken);
            if (removed.Succeeded)
            {
                ended++;
            }
            else if (removed.Error.Code != "routeros.trap_no_such_item")
            {
                return removed.Error;
            }
        }

        if (ended == 0)
        {
            return OperationErrors.NoSession;
        }

        tables.Forget();
        await audit.WriteAsync(KickAudit.Action, KickAudit.Entity, accessId.ToString(), new { RouterId = routerId ?? access.RouterId, access.Username, Sessions = ended }, cancellationToken);
        return ended;
    }

    public async Task<Result> KickItemAsync(Guid routerId, RouterItemRequest item, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.SessionsKick) is { } denied)
        {
            return denied;
        }

        var found = await FindAsync(routerId, item, RouterTableActions.Kick, cancellationToken);
        return found.Succeeded
            ? await ChangeAsync(routerId, item, found.Value, (menu, id) => new RouterOsCommand(menu + "/remove").With(".id", id), KickAudit.Action, null, cancellationToken, await LineOfAsync(routerId, found.Value.Menu, item.Name, cancellationToken))
            : found.Error;
    }

    public async Task<Result> SetEnabledAsync(Guid routerId, RouterItemRequest item, bool enabled, string? reason, CancellationToken cancellationToken)
    {
        if ((actor.Deny(NetworkPermissions.RoutersChange) ?? RefuseReason(reason, isRequired: !enabled)) is { } refused)
        {
            return refused;
        }

        var found = await FindAsync(routerId, item, RouterTableActions.Switch, cancellationToken);
        return found.Succeeded
            ? await ChangeAsync(
                routerId, item, found.Value, (menu, id) => new RouterOsCommand($"{menu}/{(enabled ? "enable" : "disable")}").With(".id", id), enabled ? "item_enabled" : "item_disabled", reason, cancellationToken)
            : found.Error;
    }

    public async Task<Result> SetPasswordAsync(Guid routerId, RouterItemRequest item, string password, string reason, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersChange) is { } denied)
        {
            return denied;
        }

        if (string.IsNullOrEmpty(password) || password.Length > 64)
        {
            return CommonErrors.Invalid([string.IsNullOrEmpty(password) ? new FieldError("password", "common.required") : new FieldError("password", "common.too_long", 64)]);
        }

        if ((PlainText.Refuse(password, "password") ?? RefuseReason(reason, isRequired: true)) is { } refused)
        {
            return refused;
        }

        var found = await FindAsync(routerId, item, RouterTableActions.Password, cancellationToken);
        return found.Succeeded
            ? await ChangeAsync(
                routerId, item, found.Value, (menu, id) => new RouterOsCommand(menu + "/set").With(".id", id).With("password", password), "password_changed_on_router", reason, cancellationToken)
            : found.Error;
    }

    private static Error? RefuseReason(string? reason, bool isRequired) =>
        isRequired && string.IsNullOrWhiteSpace(reason) ? CommonErrors.Invalid([new FieldError("reason", "common.required")])
        : reason?.Trim().Length > IRouterOperations.LongestReason ? CommonErrors.Invalid([new FieldError("reason", "common.too_long", IRouterOperations.LongestReason)])
        : PlainText.Refuse(reason);

    private async Task<Result<IRouterOsClient>> OpenAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var client = await clients.GetAsync(routerId, cancellationToken);
        if (!client.Succeeded)
        {
            return client.Error;
        }

        foreach (var guard in guards)
        {
            if (await guard.RefuseAsync(routerId, cancellationToken) is { } refused)
            {
                return refused;
            }
        }

        return client;
    }

    // A name may stand for several items, an id for another one than a minute ago: both have to fit.
    private async Task<Result<(IRouterOsClient Client, string Menu, string Id)>> FindAsync(
        Guid routerId, RouterItemRequest item, RouterTableActions action, CancellationToken cancellationToken)
    {
        if (RouterTables.Find(item.Table) is not { } table)
        {
            return OperationErrors.NoSuchTable(item.Table);
        }

        if (!table.Actions.HasFlag(action))
        {
            return OperationErrors.NotForThisTable(item.Table);
        }

        var client = await OpenAsync(routerId, cancellationToken);
        if (!client.Succeeded)
        {
            return client.Error;
        }

        var menu = table.Paths[0];
        var read = await client.Value.PrintAsync(
            new RouterOsCommand(menu + "/print").Proplist(".id", table.NameProperty, "comment", "dynamic").Where($"?{table.NameProperty}={item.Name}"), cancellationToken);
        if (!read.Succeeded)
        {
            return read.Error;
        }

        var rows = item.ItemId is null ? read.Value : [.. read.Value.Where(row => row.Id == item.ItemId)];
        return rows switch
        {
            [] => OperationErrors.ItemGone(item.Name),
            [{ Id: { } id } row] when action == RouterTableActions.Kick => (client.Value, menu, id),
            [var row] when row["dynamic"] == "true" => OperationErrors.ItemDynamic(item.Name),
            [var row] when OwnershipTag.TextOf(row["comment"]) is not null => OperationErrors.ItemOwned(item.Name),
            [{ Id: { } id }] => (client.Value, menu, id),
            _ => OperationErrors.ItemNotUnique(item.Name),
        };
    }

    private async Task<Result> ChangeAsync(
        Guid routerId,
        RouterItemRequest item,
        (IRouterOsClient Client, string Menu, string Id) found,
        Func<string, string, RouterOsCommand> command,
        string action,
        string? reason,
        CancellationToken cancellationToken,
        Guid? accessId = null)
    {
        var done = await found.Client.ExecuteAsync(command(found.Menu, found.Id), cancellationToken);
        if (!done.Succeeded)
        {
            return done.Error.Code == "routeros.trap_no_such_item" ? OperationErrors.ItemGone(item.Name) : done.Error;
        }

        tables.Forget();
        await (accessId is { } line
            ? audit.WriteAsync(action, KickAudit.Entity, line.ToString(), new { RouterId = routerId, Username = item.Name, Sessions = 1 }, cancellationToken)
            : audit.WriteAsync(action, "router", routerId.ToString(), new { found.Menu, item.Name, Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim() }, cancellationToken));
        return Result.Success;
    }

    /// <summary>The line whose session that is: of this router, or one of ours that is on several.</summary>
    private async Task<Guid?> LineOfAsync(Guid routerId, string menu, string username, CancellationToken cancellationToken)
    {
        AccessService? service = menu switch
        {
            RouterMenus.PppActive => AccessService.Pppoe,
            RouterMenus.HotspotActive => AccessService.Hotspot,
            _ => null,
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return service is not { } known ? null : await context.Set<AccessAccount>().AsNoTracking().Where(a => a.Service == known && a.Username == username && (a.RouterId == routerId || a.IsOwned))
            .OrderByDescending(a => a.RouterId == routerId).ThenBy(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
