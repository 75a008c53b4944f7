using System.Globalization;
using System.Text.Json;
using IspPortal.Core.Common.Results;

namespace IspPortal.Infrastructure.Billing.Opening;

/// <summary>How rows keep what has no columns of its own.</summary>
internal static class OpeningJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Of(IReadOnlyList<string> cells) => JsonSerializer.Serialize(cells, Options);

    public static IReadOnlyList<string> CellsOf(string json) => JsonSerializer.Deserialize<List<string>>(json, Options)!;

    public static string? Of(IReadOnlyList<FieldError> problems) => problems.Count == 0
        ? null
        : JsonSerializer.Serialize(problems.Select(problem => new Problem(problem.Field, problem.Code, [.. problem.Arguments.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")])), Options);

    public static IReadOnlyList<FieldError> ProblemsOf(string? json) => json is null
        ? []
        : [.. JsonSerializer.Deserialize<List<Problem>>(json, Options)!.Select(problem => new FieldError(problem.Field, problem.Code, [.. problem.Arguments]))];

    private sealed record Problem(string Field, string Code, IReadOnlyList<string> Arguments);
}
