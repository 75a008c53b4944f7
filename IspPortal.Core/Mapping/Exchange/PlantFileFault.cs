using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Exchange;

/// <summary>Something in a file that cannot be read.</summary>
internal sealed record PlantFileFault(int Line, string Name, Error Error);
