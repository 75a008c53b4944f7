using System.ComponentModel;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>A file of the plant as a form.</summary>
internal sealed class PlantImportForm
{
    [Description("An id of your own choice: the same one twice is one import.")]
    public Guid? Id { get; set; }

    [Description("GeoJSON, KML or CSV, by content, up to 20 MB and 50,000 points and lines; required.")]
    public IFormFile? File { get; set; }

    [Description("True: what is there already becomes what the file says.")]
    public bool? ChangeExisting { get; set; }

    [Description("What new points are that say no kind: site, tower, olt, odc, odp, closure or pole.")]
    public string? KindOfPoints { get; set; }

    [Description("Ports of new ODPs and OLTs that say none.")]
    public int? Ports { get; set; }

    [Description("Cores of new cables that say none.")]
    public int? Cores { get; set; }

    [Description("The revision that was previewed: the import is refused when the plant has changed since.")]
    public long? Revision { get; set; }

    /// <summary>The file with what is said besides it.</summary>
    public async Task<Result<PlantUpload>> ReadAsync(CancellationToken cancellationToken)
    {
        var kind = new EnumWord<PlantNodeKind>(KindOfPoints ?? "").Read("kindOfPoints");
        if (!kind.Succeeded)
        {
            return kind.Error;
        }

        using var content = new MemoryStream();
        if (File is { } file)
        {
            await file.CopyToAsync(content, cancellationToken);
        }

        return new PlantUpload(File?.FileName ?? "", content.ToArray(), new PlantImportOptions(ChangeExisting == true, kind.Value, Ports, Cores));
    }
}
