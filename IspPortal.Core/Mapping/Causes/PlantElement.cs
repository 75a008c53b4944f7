namespace IspPortal.Core.Mapping.Causes;

/// <summary>Something in the plant that can fail, and with it all that hangs below.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Number">Of a PON port, core or splitter output; else null.</param>
public readonly record struct PlantElement(PlantElementKind Kind, Guid Id, int? Number = null);
