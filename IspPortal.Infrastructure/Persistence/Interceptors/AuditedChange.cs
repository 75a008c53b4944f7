using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using IspPortal.Core.Audit;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IspPortal.Infrastructure.Persistence.Interceptors;

/// <summary>What the audit keeps of one tracked change: only what differs, no secret, personal values masked.</summary>
internal sealed record AuditedChange(string Action, string Entity, string? EntityId, string? BeforeJson, string? AfterJson)
{
    private const string Hidden = "***";
    private static readonly ConcurrentDictionary<Type, string?> Names = new();

    /// <summary>Null when the entity is not audited or nothing that the audit shows has changed.</summary>
    public static AuditedChange? Of(EntityEntry entry)
    {
        if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted) || NameOf(entry.Metadata.ClrType) is not { } name)
        {
            return null;
        }

        var before = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        var after = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in entry.Properties)
        {
            Compare(entry.State, property, before, after);
        }

        if (entry.State == EntityState.Modified && after.Count == 0)
        {
            return null;
        }

        var action = entry.State switch
        {
            EntityState.Added => AuditActions.Created,
            EntityState.Deleted => AuditActions.Deleted,
            _ => AuditActions.Changed,
        };
        return new AuditedChange(action, name, KeyOf(entry), Json(before), Json(after));
    }

    private static void Compare(EntityState state, PropertyEntry property, SortedDictionary<string, object?> before, SortedDictionary<string, object?> after)
    {
        var metadata = property.Metadata;
        if (metadata.IsPrimaryKey() || metadata.IsConcurrencyToken || metadata.IsNotAudited())
        {
            return;
        }

        var was = state == EntityState.Added ? null : property.OriginalValue;
        var now = state == EntityState.Deleted ? null : property.CurrentValue;
        if (Equals(was, now) || (state == EntityState.Modified && metadata.GetValueComparer().Equals(was, now)))
        {
            return;
        }

        var field = JsonNamingPolicy.CamelCase.ConvertName(metadata.Name);
        if (state != EntityState.Added)
        {
            before[field] = Shown(metadata, was);
        }

        if (state != EntityState.Deleted)
        {
            after[field] = Shown(metadata, now);
        }
    }

    private static object? Shown(IProperty property, object? value)
    {
        if (value is null)
        {
            return null;
        }

        if (property.IsSecret())
        {
            return Hidden;
        }

        if (property.IsPersonal())
        {
            return value is string { Length: > 0 } text ? text[..1] + Hidden : Hidden;
        }

        return value switch
        {
            string or bool or int or long or double or decimal or DateTime or DateOnly => value,
            byte[] bytes => $"{bytes.Length} B",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
    }

    private static string? Json(SortedDictionary<string, object?> values) => values.Count == 0 ? null : JsonSerializer.Serialize(values, AuditJson.Options);

    private static string? KeyOf(EntityEntry entry)
    {
        var key = entry.Metadata.FindPrimaryKey();
        return key is null ? null : string.Join('/', key.Properties.Select(property => Convert.ToString(entry.Property(property.Name).CurrentValue, CultureInfo.InvariantCulture)));
    }

    private static string? NameOf(Type type) => Names.GetOrAdd(type, static type =>
        type.GetCustomAttribute<AuditedAttribute>() is { } audited ? audited.Entity ?? SnakeCase.Of(type.Name) : null);
}
