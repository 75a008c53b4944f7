using IspPortal.Core.Mapping.Causes;

namespace IspPortal.Core.Mapping.Tracing;

/// <summary>A thing of the plant with its name.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Number">Of a PON port, core or splitter output; else null.</param>
/// <param name="Name">What it, or what it belongs to, is called.</param>
public sealed record PlantElementRow(PlantElementKind Kind, Guid Id, int? Number, string Name);
