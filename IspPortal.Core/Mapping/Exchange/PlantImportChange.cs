namespace IspPortal.Core.Mapping.Exchange;

/// <summary>One thing that a file says otherwise than the plant.</summary>
/// <param name="Field">Which, in the words of the REST API, e.g. <c>ports</c>.</param>
/// <param name="Before">As it is; null: nothing.</param>
/// <param name="After">As the file says; null: nothing.</param>
public sealed record PlantImportChange(string Field, string? Before, string? After);
