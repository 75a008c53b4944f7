using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace IspPortal.Web.Shared.Api;

/// <summary>Handlers that the compiler wrote refuse an optional parameter which they cannot read without saying which: this finds it.</summary>
internal static class UnreadableParameter
{
    /// <summary>The name of the first parameter of the address that is not what its handler takes, or null.</summary>
    public static string? NameIn(HttpContext context)
    {
        foreach (var parameter in context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [])
        {
            var text = context.Request.Query.TryGetValue(parameter.Name, out var values) ? values.ToString() : context.Request.RouteValues[parameter.Name]?.ToString();
            if (parameter.HasTryParse && !string.IsNullOrEmpty(text) && !CanRead(parameter.ParameterInfo.ParameterType, text))
            {
                return JsonNamingPolicy.CamelCase.ConvertName(parameter.Name);
            }
        }

        return null;
    }

    private static bool CanRead(Type type, string text) => TypeDescriptor.GetConverter(Nullable.GetUnderlyingType(type) ?? type).IsValid(text);
}
