using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Levels;

/// <summary>Keeps what ONTs measured. Needs <see cref="MappingPermissions.PortsWrite"/>.</summary>
public interface IOpticalReadings
{
    /// <summary>Keeps readings: all of them or none. What is wrong with one is said at the field <c>readings[n]</c>, from 0. Twice the same is one.</summary>
    Task<Result<RecordedReadings>> RecordAsync(IReadOnlyList<NewReading> readings, CancellationToken cancellationToken);

    /// <summary>Reads a file in. Times without a zone are the business's. <see cref="MappingErrors.NoReadingColumns"/> and why a file is no table.</summary>
    Task<Result<ReadingsImport>> ImportAsync(ReadingsFile file, CancellationToken cancellationToken);
}
