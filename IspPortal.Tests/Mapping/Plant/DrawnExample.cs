namespace IspPortal.Tests.Mapping.Plant;

/// <summary>The ids of the example that <see cref="PlantRig.DrawExampleAsync"/> draws.</summary>
internal sealed record DrawnExample(Guid Olt, Guid Odc, Guid Odp, Guid Feeder, Guid Distribution, Guid Splitter);
