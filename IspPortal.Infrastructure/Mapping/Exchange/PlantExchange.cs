using System.Globalization;
using System.Text.Json;
using IspPortal.Core.Audit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Exchange.Formats;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Exchange;

internal sealed class PlantExchange(PlantChanges changes, ICurrentActor actor, IAuditWriter audit) : IPlantExchange
{
    /// <summary>What an import is called among the edits.</summary>
    public const string Element = "plant_file";

    private const int AtOnce = 500;

    // Whoever turns the pages of a preview asks for the same file again and again.
    private (PlantUpload Upload, long Revision, PlantFormat Format, PlantMerged Merged)? _last;

    public async Task<Result<PlantExport>> ExportAsync(PlantFormat format, string? area, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        var file = PlantFileOf.Plant(await changes.Atlas.GetAsync(cancellationToken), string.IsNullOrWhiteSpace(area) ? null : area.Trim());
        await audit.WriteAsync("exported", "list", "plant", new { format = format.ToString(), area = area is not null, rows = file.Nodes.Count + file.Cables.Count + file.Links.Count }, cancellationToken);
        var (ending, mediaType, pieces) = format switch
        {
            PlantFormat.Geojson => ("geojson", "application/geo+json", GeoJsonWriter.Write(file)),
            PlantFormat.Kml => ("kml", "application/vnd.google-earth.kml+xml", KmlWriter.Write(file)),
            _ => ("csv", "text/csv; charset=utf-8", PlantCsvWriter.Write(file)),
        };
        return new PlantExport($"plant-{changes.Clock.UtcNow().ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}.{ending}", mediaType, pieces);
    }

    public async Task<Result<PlantImportPreview>> PreviewAsync(PlantUpload upload, PlantImportVerdict? verdict, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PlantWrite) is { } denied)
        {
            return denied;
        }

        var plant = await changes.Atlas.GetAsync(cancellationToken);
        if (_last is not { } last || last.Upload != upload || last.Revision != plant.Revision)
        {
            var read = Read(upload);
            if (!read.Succeeded)
            {
                return read.Error;
            }

            last = (upload, plant.Revision, read.Value.Format, PlantMerge.Of(plant, read.Value.File, upload.Options, changes.Clock));
            _last = last;
        }

        var rows = last.Merged.Rows;
        var wanted = rows.Where(row => (verdict is null || row.Verdict == verdict) && (page.SearchOrNull is not { } text || row.Name.Contains(text, StringComparison.OrdinalIgnoreCase))).ToList();
        return new PlantImportPreview(plant.Revision, last.Format, CountsOf(rows), rows.Count(row => row.Error == PlantFileErrors.KindUnsaid), Page<PlantImportRow>.Of([.. wanted.Skip(page.Skip).Take(page.Take)], page, wanted.Count));
    }

    public async Task<Result<PlantImported>> ApplyAsync(Guid importId, PlantUpload upload, long? revision, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PlantWrite) is { } denied)
        {
            return denied;
        }

        var read = Read(upload);
        if (!read.Succeeded)
        {
            return read.Error;
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        if (await DoneBeforeAsync(change.Context, importId, cancellationToken) is { } done)
        {
            return done;
        }

        if (revision is { } previewed && previewed != change.RevisionBefore)
        {
            return PlantErrors.ChangedSince;
        }

        var merged = PlantMerge.Of(await change.PlantAsync(cancellationToken), read.Value.File, upload.Options, changes.Clock);
        if (merged.Wrong > 0)
        {
            return PlantFileErrors.HasFaults(merged.Wrong);
        }

        await WriteAsync(change.Context, merged, cancellationToken);
        var committed = await change.CommitAsync(PlantEditKind.Imported, Element, importId, NameOf(upload), PlantErrors.ChangedSince, cancellationToken);
        return committed.Succeeded ? Imported(change.EditId, merged) : committed.Error;
    }

    private static Result<(PlantFormat Format, PlantFile File)> Read(PlantUpload upload)
    {
        // The name is kept with the edit.
        if (!PlainText.IsPlain(upload.Name))
        {
            return CommonErrors.Invalid([new FieldError(PlantFileErrors.FileField, PlainText.Code)]);
        }

        return PlantFileReader.Read(upload.Content);
    }

    private static PlantImportCounts CountsOf(IReadOnlyList<PlantImportRow> rows)
    {
        var counts = rows.CountBy(row => row.Verdict).ToDictionary();
        int Of(PlantImportVerdict verdict) => counts.GetValueOrDefault(verdict);
        return new(Of(PlantImportVerdict.Wrong), Of(PlantImportVerdict.New), Of(PlantImportVerdict.Changed), Of(PlantImportVerdict.Kept), Of(PlantImportVerdict.Same));
    }

    private static string NameOf(PlantUpload upload)
    {
        var name = upload.Name.Trim();
        return name.Length == 0 ? "-" : name.Length <= PlantNode.LongestText ? name : name[..PlantNode.LongestText];
    }

    private static PlantImported Imported(Guid? editId, PlantMerged merged)
    {
        var added = merged.Nodes.Count(n => n.IsNew) + merged.Cables.Count(c => c.IsNew) + merged.Links.Count(l => l.IsNew);
        return new PlantImported(editId, added, merged.Nodes.Count + merged.Cables.Count + merged.Links.Count - added, GeoBox.Around([.. merged.Nodes.Select(n => n.Request.Point)]));
    }

    /// <summary>What the same import did the first time; null: it is the first time.</summary>
    private static async Task<PlantImported?> DoneBeforeAsync(PortalDbContext context, Guid importId, CancellationToken cancellationToken)
    {
        var edit = await context.Set<PlantEdit>().AsNoTracking().Where(e => e.ElementId == importId && e.Kind == PlantEditKind.Imported).OrderBy(e => e.Revision).Select(e => new { e.Id, e.Rows }).FirstOrDefaultAsync(cancellationToken);
        if (edit is null)
        {
            return null;
        }

        var rows = JsonSerializer.Deserialize<List<PlantRowChange>>(edit.Rows, PlantRowChange.Json)!;
        var nodes = rows.Where(row => row is { Table: nameof(PlantNode), After: not null }).Select(row => ((PlantNode)row.Read(row.After!.Value)).Point).ToList();
        return new PlantImported(edit.Id, rows.Count(row => row.Before is null), rows.Count(row => row.Before is not null), GeoBox.Around(nodes));
    }

    private async Task WriteAsync(PortalDbContext context, PlantMerged merged, CancellationToken cancellationToken)
    {
        context.AddRange(merged.Nodes.Where(n => n.IsNew).Select(n => PlantRows.Write(PlantRows.NewNode(n.Id, n.Request, changes.Clock), n.Request)));
        context.AddRange(merged.Cables.Where(c => c.IsNew).Select(c => PlantRows.Write(PlantRows.NewCable(c.Id, c.Request, changes.Clock), c.Request)));
        context.AddRange(merged.Links.Where(l => l.IsNew).Select(l => PlantRows.Write(PlantRows.NewLink(l.Id, l.Request, changes.Clock), l.Request)));
        foreach (var some in merged.Nodes.Where(n => !n.IsNew).Chunk(AtOnce))
        {
            var (ids, requests) = (some.Select(n => n.Id).ToList(), some.ToDictionary(n => n.Id, n => n.Request));
            (await context.Set<PlantNode>().Where(n => ids.Contains(n.Id)).ToListAsync(cancellationToken)).ForEach(node => PlantRows.Write(node, requests[node.Id]));
        }

        foreach (var some in merged.Cables.Where(c => !c.IsNew).Chunk(AtOnce))
        {
            var (ids, requests) = (some.Select(c => c.Id).ToList(), some.ToDictionary(c => c.Id, c => c.Request));
            (await context.Set<Cable>().Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken)).ForEach(cable => PlantRows.Write(cable, requests[cable.Id]));
        }

        foreach (var some in merged.Links.Where(l => !l.IsNew).Chunk(AtOnce))
        {
            var (ids, requests) = (some.Select(l => l.Id).ToList(), some.ToDictionary(l => l.Id, l => l.Request));
            (await context.Set<RadioLink>().Where(l => ids.Contains(l.Id)).ToListAsync(cancellationToken)).ForEach(link => PlantRows.Write(link, requests[link.Id]));
        }
    }
}
