namespace IspPortal.Core.Mapping.Exchange;

/// <summary>What a file holds.</summary>
public enum PlantImportThing
{
    /// <summary>Something that stands at one place.</summary>
    Node,

    /// <summary>A cable.</summary>
    Cable,

    /// <summary>A radio link.</summary>
    RadioLink,
}
