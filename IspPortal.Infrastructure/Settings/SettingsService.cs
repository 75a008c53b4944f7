using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using IspPortal.Core.Audit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Settings;

internal sealed class SettingsService<T>(
    SettingsKey<T> key,
    SettingsStore<T> store,
    IValidator<T> validator,
    IDbContextFactory<PortalDbContext> contexts,
    ICurrentActor actor,
    TimeProvider clock) : ISettings<T>, ISettingsAccess
    where T : class, new()
{
    public string Key => key.Name;

    public ValueTask<T> GetAsync(CancellationToken cancellationToken) => store.GetAsync(cancellationToken);

    public IDisposable OnChanged(Action<T> changed) => store.OnChanged(changed);

    public async Task<Result<VersionedSettings<T>>> ReadAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(SettingsPermissions.SettingsRead) is { } denied)
        {
            return denied;
        }

        var row = await RowAsync(cancellationToken);
        return new VersionedSettings<T>(SettingsStore<T>.Read(row), row?.Version ?? 0);
    }

    public async Task<Result<long>> SaveAsync(T value, long version, CancellationToken cancellationToken)
    {
        if (actor.Deny(SettingsPermissions.SettingsWrite) is { } denied)
        {
            return denied;
        }

        if ((await validator.ValidateAsync(value, cancellationToken)).ErrorOrNull() is { } invalid)
        {
            return invalid;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Set<SettingsRow>().SingleOrDefaultAsync(row => row.Key == key.Name, cancellationToken);
        if ((row?.Version ?? 0) != version)
        {
            return CommonErrors.VersionConflict;
        }

        Audit(context, SettingsStore<T>.Read(row), value);
        var json = JsonSerializer.Serialize(value, SettingsJson.Stored);
        if (row is null)
        {
            row = new SettingsRow { Key = key.Name, Json = json, ChangedAtUtc = clock.UtcNow() };
            context.Add(row);
        }
        else
        {
            row.Json = json;
            row.ChangedAtUtc = clock.UtcNow();
        }

        var saved = await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Error;
        }

        store.Accept(value, row.Version);
        return row.Version;
    }

    public async Task<Result<SettingsSection>> DescribeAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(SettingsPermissions.SettingsRead) is { } denied)
        {
            return denied;
        }

        var row = await RowAsync(cancellationToken);
        return new SettingsSection(key.Name, row?.Version ?? 0, row?.ChangedAtUtc, Json(SettingsStore<T>.Read(row)), SettingsFields.Of(typeof(T)));
    }

    public async Task<Result<long>> SaveJsonAsync(JsonObject value, long version, CancellationToken cancellationToken)
    {
        try
        {
            return value.Deserialize<T>(SettingsJson.Received) is { } typed ? await SaveAsync(typed, version, cancellationToken) : SettingsErrors.Unreadable(null);
        }
        catch (JsonException exception)
        {
            return SettingsErrors.Unreadable(exception.Path);
        }
    }

    private static JsonObject Json(T value) => JsonSerializer.SerializeToNode(value, SettingsJson.Stored)!.AsObject();

    private async Task<SettingsRow?> RowAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<SettingsRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Key == key.Name, cancellationToken);
    }

    private void Audit(PortalDbContext context, T before, T after)
    {
        var (was, now) = (Json(before), Json(after));
        foreach (var name in now.Select(field => field.Key).Where(name => JsonNode.DeepEquals(was[name], now[name])).ToList())
        {
            was.Remove(name);
            now.Remove(name);
        }

        if (now.Count > 0)
        {
            context.AddAudit(AuditActions.Changed, "settings", key.Name, was.ToJsonString(SettingsJson.Stored), now.ToJsonString(SettingsJson.Stored));
        }
    }
}
