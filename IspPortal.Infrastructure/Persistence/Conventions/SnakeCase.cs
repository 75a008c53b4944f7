using System.Text.Json;

namespace IspPortal.Infrastructure.Persistence.Conventions;

/// <summary>Names of tables and columns: one spelling that needs no quotes on any provider.</summary>
internal static class SnakeCase
{
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
