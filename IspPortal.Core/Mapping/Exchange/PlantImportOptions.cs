using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Exchange;

/// <summary>What whoever reads a file in says besides it.</summary>
/// <param name="ChangeExisting">Whether what is there already becomes what the file says; else only new things are added.</param>
/// <param name="KindOfPoints">What points are that say no kind and are not there yet; null: such points are wrong.</param>
/// <param name="Ports">How many ports a new ODP or OLT has that says none; null: such ones are wrong.</param>
/// <param name="Cores">How many cores a new cable has that says none; null: such ones are wrong.</param>
public sealed record PlantImportOptions(bool ChangeExisting = false, PlantNodeKind? KindOfPoints = null, int? Ports = null, int? Cores = null);
