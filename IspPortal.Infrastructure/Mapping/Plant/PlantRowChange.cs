using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using IspPortal.Core.Mapping.Plant;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IspPortal.Infrastructure.Mapping.Plant;

/// <summary>One row of the plant before and after a change.</summary>
/// <param name="Table">Which kind of row.</param>
/// <param name="Before">The row before; null: it was not there.</param>
/// <param name="After">The row after; null: it is gone.</param>
internal sealed record PlantRowChange(string Table, JsonElement? Before, JsonElement? After)
{
    private static readonly FrozenDictionary<string, Type> Types = new[]
    {
        typeof(PlantNode), typeof(Cable), typeof(Splitter), typeof(CoreJoint), typeof(JointEnd), typeof(RadioLink), typeof(SiteRouter), typeof(OdpPort), typeof(Drop), typeof(DropLine),
    }.ToFrozenDictionary(type => type.Name);

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { IgnoreReadOnlyProperties = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>The class of the row.</summary>
    public Type Entity => Types[Table];

    /// <summary>Whether an entry is a row of the plant that will be written.</summary>
    public static bool IsPlant(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && Types.ContainsKey(entry.Metadata.ClrType.Name);

    public static PlantRowChange Of(EntityEntry entry)
    {
        var type = entry.Metadata.ClrType;
        return new(
            type.Name,
            entry.State == EntityState.Added ? null : JsonSerializer.SerializeToElement(entry.OriginalValues.ToObject(), type, Json),
            entry.State == EntityState.Deleted ? null : JsonSerializer.SerializeToElement(entry.Entity, type, Json));
    }

    /// <summary>A row as the class it is.</summary>
    public object Read(JsonElement row) => row.Deserialize(Entity, Json) ?? throw new JsonException($"A row of {Table} is empty.");

    /// <summary>Whether a row says the same, however often it was written since. Times of writing are kept coarser than they were.</summary>
    public bool SaysTheSame(JsonElement one, object other) => Plain(one) == Plain(JsonSerializer.SerializeToElement(other, Entity, Json));

    private static string Plain(JsonElement row) => string.Join('\n', row.EnumerateObject().Where(p => p.Name is not ("version" or "createdAtUtc" or "changedAtUtc")).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}={p.Value.GetRawText()}"));
}
