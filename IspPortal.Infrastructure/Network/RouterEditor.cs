using System.Text.Json;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network.Pairs;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Interceptors;
using IspPortal.Infrastructure.RouterOs;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network;

internal sealed class RouterEditor(
    IDbContextFactory<PortalDbContext> contexts,
    ICurrentActor actor,
    IEnumerable<IRouterChangeListener> listeners,
    RouterProbe probe,
    TimeProvider clock) : IRouterEditor
{
    public async Task<Result<Guid>> AddAsync(SaveRouterRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(request, passwordRequired: true) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await TakenAsync(context, null, request, cancellationToken) is { } taken)
        {
            return taken;
        }

        var router = new Router
        {
            Id = Ids.New(clock),
            Name = request.Name.Trim(),
            Host = request.Host.Trim(),
            Username = request.Username.Trim(),
            Password = request.Password!,
            Enabled = true,
            CreatedAtUtc = clock.UtcNow(),
        };
        Fill(router, request);
        context.Add(router);
        if (await RouterPairing.SetAsync(context, router, request.TwinRouterId, request.TwinMode, cancellationToken) is { } unpaired)
        {
            return unpaired;
        }

        var saved = await context.TrySaveAsync(NetworkErrors.RouterNameTaken(router.Name), cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Error;
        }

        await TellAsync(cancellationToken);
        return router.Id;
    }

    public async Task<Result> UpdateAsync(Guid routerId, long version, SaveRouterRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(request, passwordRequired: false) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var router = await FindAsync(context, routerId, cancellationToken);
        if (router is null)
        {
            return NetworkErrors.RouterNotFound;
        }

        if (router.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        if (await TakenAsync(context, routerId, request, cancellationToken) is { } taken)
        {
            return taken;
        }

        // Another address is another certificate: the old pin would only lock the portal out.
        var moved = router.AddressKey != Router.KeyOf(request.Host, request.Port) || router.UseTls != request.UseTls;
        if (await RouterPairing.SetAsync(context, router, request.TwinRouterId, request.TwinMode, cancellationToken) is { } unpaired)
        {
            return unpaired;
        }

        Fill(router, request);
        router.Password = request.Password ?? router.Password;
        if (moved || request.ForgetCertificate)
        {
            router.PinnedCertificateSha256 = null;
        }

        var saved = await context.TrySaveAsync(NetworkErrors.RouterNameTaken(router.Name), cancellationToken);
        if (saved.Succeeded)
        {
            await TellAsync(cancellationToken);
        }

        return saved;
    }

    public Task<Result> SetEnabledAsync(Guid routerId, bool enabled, CancellationToken cancellationToken) =>
        ChangeAsync(
        routerId,
        (_, router) =>
        {
            router.Enabled = enabled;
            return Task.FromResult<Error?>(null);
        },
        cancellationToken);

    public Task<Result> RemoveAsync(Guid routerId, string reason, bool endLines, CancellationToken cancellationToken) =>
        (RefuseReason(reason) ?? (endLines ? actor.Deny(NetworkPermissions.AccessesWrite) : null)) is { } refused ? Task.FromResult<Result>(refused) : ChangeAsync(
        routerId,
        async (context, router) =>
        {
            if (await LeavingLines.LeaveAsync(context, router.Id, endLines, reason.Trim(), cancellationToken) is { } served)
            {
                return served;
            }

            await RouterPairing.PartAsync(context, router, cancellationToken);
            router.Enabled = false;
            router.RemovalReason = reason.Trim();
            router.RemovedAtUtc = clock.UtcNow();
            router.NameKey = null;
            router.AddressKey = null;
            return null;
        },
        cancellationToken);

    public async Task<Result<RouterTestReport>> TestAsync(Guid? routerId, SaveRouterRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(request, passwordRequired: routerId is null) is { } refused)
        {
            return refused;
        }

        Router? stored = null;
        if (routerId is { } id)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            stored = await FindAsync(context, id, cancellationToken);
            if (stored is null)
            {
                return NetworkErrors.RouterNotFound;
            }
        }

        // The stored password goes only where it was meant to go: else anyone who may edit could have it sent to a host of their own.
        var sameAddress = stored is not null && stored.AddressKey == Router.KeyOf(request.Host, request.Port);
        if (request.Password is null && !sameAddress)
        {
            return CommonErrors.Invalid([new FieldError("password", "common.required")]);
        }

        var pin = sameAddress && !request.ForgetCertificate ? stored!.PinnedCertificateSha256 : null;
        return await probe.ProbeAsync(
            new RouterEndpoint(Ids.New(clock), request.Host.Trim(), request.Port, request.UseTls, request.Username.Trim(), request.Password ?? stored!.Password, pin),
            request.CapacitySessions,
            cancellationToken);
    }

    public async Task<Result<PresentedCertificate>> ReadCertificateAsync(Guid routerId, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(context, routerId, cancellationToken) is { } router ? await PresentedAsync(router, cancellationToken) : NetworkErrors.RouterNotFound;
    }

    public async Task<Result> TrustCertificateAsync(Guid routerId, string certificateSha256, string reason, CancellationToken cancellationToken)
    {
        if ((actor.Deny(NetworkPermissions.RoutersWrite) ?? RefuseReason(reason)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var router = await FindAsync(context, routerId, cancellationToken);
        if (router is null)
        {
            return NetworkErrors.RouterNotFound;
        }

        var presented = await PresentedAsync(router, cancellationToken);
        if (!presented.Succeeded)
        {
            return presented.Error;
        }

        if (!string.Equals(presented.Value.PresentedSha256, certificateSha256.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return NetworkErrors.CertificateDiffers(presented.Value.PresentedSha256);
        }

        router.PinnedCertificateSha256 = presented.Value.PresentedSha256;
        context.AddAudit(
            "certificate_trusted", "router", routerId.ToString(), null,
            JsonSerializer.Serialize(new { Reason = reason.Trim(), Before = presented.Value.TrustedSha256, After = presented.Value.PresentedSha256 }, AuditJson.Options));
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (saved.Succeeded)
        {
            await TellAsync(cancellationToken);
        }

        return saved;
    }

    private async Task<Result<PresentedCertificate>> PresentedAsync(Router router, CancellationToken cancellationToken)
    {
        if (!router.UseTls)
        {
            return NetworkErrors.RouterWithoutTls;
        }

        var presented = await probe.CertificateAsync(
            new RouterEndpoint(Ids.New(clock), router.Host, router.Port, router.UseTls, router.Username, router.Password, router.PinnedCertificateSha256), cancellationToken);
        return presented.Succeeded ? new PresentedCertificate(router.PinnedCertificateSha256, presented.Value) : presented.Error;
    }

    private static void Fill(Router router, SaveRouterRequest request)
    {
        router.Name = request.Name.Trim();
        router.NameKey = Router.KeyOf(request.Name);
        router.Host = request.Host.Trim();
        router.Port = request.Port;
        router.AddressKey = Router.KeyOf(request.Host, request.Port);
        router.UseTls = request.UseTls;
        router.Username = request.Username.Trim();
        router.Site = NullIfBlank(request.Site);
        router.Latitude = request.Latitude;
        router.Longitude = request.Longitude;
        router.Notes = NullIfBlank(request.Notes);
        router.CountersEverySeconds = request.CountersEverySeconds;
        router.SessionsEverySeconds = request.SessionsEverySeconds;
        router.CapacityMegabits = request.CapacityMegabits;
        router.CapacitySessions = request.CapacitySessions;
        router.Tags = request.Tags is null ? null : NullIfBlank(string.Join(' ', request.Tags.Split((char[])[' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
    }

    private static Error? RefuseReason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? CommonErrors.Invalid([new FieldError("reason", "common.required")])
        : reason.Trim().Length > IRouterEditor.LongestReason ? CommonErrors.Invalid([new FieldError("reason", "common.too_long", IRouterEditor.LongestReason)])
        : PlainText.Refuse(reason);

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Task<Router?> FindAsync(PortalDbContext context, Guid id, CancellationToken cancellationToken) =>
        context.Set<Router>().FirstOrDefaultAsync(r => r.Id == id && r.RemovedAtUtc == null, cancellationToken);

    private static async Task<Error?> TakenAsync(PortalDbContext context, Guid? own, SaveRouterRequest request, CancellationToken cancellationToken)
    {
        var name = Router.KeyOf(request.Name);
        var address = Router.KeyOf(request.Host, request.Port);
        var others = await context.Set<Router>().AsNoTracking()
            .Where(r => (r.NameKey == name || r.AddressKey == address) && r.Id != own)
            .Select(r => r.NameKey)
            .ToListAsync(cancellationToken);
        return others.Count == 0 ? null
            : others.Contains(name) ? NetworkErrors.RouterNameTaken(request.Name.Trim())
            : NetworkErrors.RouterAddressTaken(request.Host.Trim(), request.Port);
    }

    private Error? Refuse(SaveRouterRequest request, bool passwordRequired) =>
        actor.Deny(NetworkPermissions.RoutersWrite) ?? new SaveRouterRequestValidator(passwordRequired).Validate(request).ErrorOrNull();

    private async Task<Result> ChangeAsync(Guid routerId, Func<PortalDbContext, Router, Task<Error?>> change, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var router = await FindAsync(context, routerId, cancellationToken);
        if (router is null)
        {
            return NetworkErrors.RouterNotFound;
        }

        if (await change(context, router) is { } refused)
        {
            return refused;
        }

        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (saved.Succeeded)
        {
            await TellAsync(cancellationToken);
        }

        return saved;
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        foreach (var listener in listeners)
        {
            await listener.RoutersChangedAsync(cancellationToken);
        }
    }
}
