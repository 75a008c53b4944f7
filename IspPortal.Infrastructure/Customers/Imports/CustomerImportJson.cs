using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers.Imports;

namespace IspPortal.Infrastructure.Customers.Imports;

/// <summary>How an import keeps what has no columns of its own.</summary>
internal static class CustomerImportJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static CustomerImportMapping? MappingOf(CustomerImport import) => import.Mapping is { } json ? JsonSerializer.Deserialize<CustomerImportMapping>(json, Options) : null;

    public static string? Of(IReadOnlyList<FieldError> problems) => problems.Count == 0
        ? null
        : JsonSerializer.Serialize(problems.Select(p => new Problem(p.Field, p.Code, [.. p.Arguments.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")])), Options);

    public static IReadOnlyList<FieldError> ProblemsOf(string? json) => json is null
        ? []
        : [.. (JsonSerializer.Deserialize<List<Problem>>(json, Options) ?? []).Select(p => new FieldError(p.Field, p.Code, [.. p.Arguments]))];

    public static IReadOnlyList<CustomerImportSheet> SheetsOf(string preview) => JsonSerializer.Deserialize<List<CustomerImportSheet>>(preview, Options)!;

    private sealed record Problem(string Field, string Code, IReadOnlyList<string> Arguments);
}
