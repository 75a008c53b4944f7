using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Exchange;

/// <summary>Reads the plant in from files and writes it into them: nodes, cables and radio links. Things are the same when their names are; what a file does not say stays as it is.</summary>
public interface IPlantExchange
{
    /// <summary>The plant as a file; is in the audit. Needs <see cref="MappingPermissions.MapRead"/>.</summary>
    /// <param name="format">How it is written.</param>
    /// <param name="area">Only nodes of this neighbourhood, and cables and links with an end there; null: all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result<PlantExport>> ExportAsync(PlantFormat format, string? area, CancellationToken cancellationToken);

    /// <summary>
    /// What reading a file in would do; changes nothing. Needs <see cref="MappingPermissions.PlantWrite"/>. Errors: why the file as a whole cannot be read (<see cref="PlantFileErrors"/>); what is wrong with one thing is
    /// said at its row.
    /// </summary>
    /// <param name="upload">The file.</param>
    /// <param name="verdict">Only these rows; null: all.</param>
    /// <param name="page">Which rows; search finds parts of names.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result<PlantImportPreview>> PreviewAsync(PlantUpload upload, PlantImportVerdict? verdict, PageRequest page, CancellationToken cancellationToken);

    /// <summary>
    /// Reads a file in: all of it or nothing, in one edit that can be taken back. Needs <see cref="MappingPermissions.PlantWrite"/>. The same <paramref name="importId"/> twice is one import. Errors: those of the preview,
    /// <c>plant_file.has_faults</c>, <c>plant.changed_since</c> (the plant is not at <paramref name="revision"/> any more).
    /// </summary>
    /// <param name="importId">An id of the caller's choice.</param>
    /// <param name="upload">The file.</param>
    /// <param name="revision">The revision that was previewed; null: whatever is there now.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    Task<Result<PlantImported>> ApplyAsync(Guid importId, PlantUpload upload, long? revision, CancellationToken cancellationToken);
}
