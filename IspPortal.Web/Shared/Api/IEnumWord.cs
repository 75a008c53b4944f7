using IspPortal.Core.Common.Results;

namespace IspPortal.Web.Shared.Api;

/// <summary>Marks <see cref="EnumWord{TEnum}"/>, so that the OpenAPI document can list its words.</summary>
internal interface IEnumWord;

/// <summary>Reads optional words.</summary>
internal static class EnumWordReading
{
    /// <summary>The value, null when absent, or the field error.</summary>
    public static Result<TEnum?> Read<TEnum>(this EnumWord<TEnum>? word, string field)
        where TEnum : struct, Enum => word is { } given ? given.Read(field) : default(TEnum?);
}
