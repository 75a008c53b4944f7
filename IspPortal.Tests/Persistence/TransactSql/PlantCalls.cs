using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Photos;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Infrastructure.Mapping.Photos;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Tests.Customers.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services that draw the plant.</summary>
internal sealed class PlantCalls : ServiceCalls
{
    private static readonly Guid Other = new("01890a5d-ac96-774b-bcce-0000000000ff");

    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["PlantChanges"] = async services =>
        {
            await using var change = await services.GetRequiredService<PlantChanges>().BeginAsync(Token);
            await change.PlantAsync(Token);
        },
        ["PlantEditor"] = async services =>
        {
            var editor = services.GetRequiredService<IPlantEditor>();
            var node = new SavePlantNodeRequest(PlantNodeKind.Olt, "a", new(-6, 107), Ports: 8, SiteId: Other, RouterId: Other);
            await editor.SaveNodeAsync(Id, 0, node, Token);
            await editor.MoveNodeAsync(Id, 1, new(-6, 107), Token);
            await editor.RemoveNodeAsync(Id, 1, Token);
            await editor.SaveCableAsync(Id, 0, new("a", Id, Other, 12, []), Token);
            await editor.BendCableAsync(Id, 1, [], Token);
            await editor.SplitCableAsync(Id, 1, new(new(-6, 107), Other, null, Other, "b"), Token);
            await editor.RemoveCableAsync(Id, 1, true, Token);
            await editor.SaveRadioLinkAsync(Id, 0, new("a", Id, Other), Token);
            await editor.RemoveRadioLinkAsync(Id, 1, Token);
            await editor.PlaceRouterAsync(Id, Other, Token);
        },
        ["FiberDesk"] = async services =>
        {
            var desk = services.GetRequiredService<IFiberDesk>();
            await desk.JoinAsync(Id, [new(Other, FiberEnd.Core(Id, 1, CableSide.A), FiberEnd.SplitterInput(Id), FiberJoinKind.Splice)], Token);
            await desk.PartAsync([Id], Token);
            await desk.SaveSplitterAsync(Id, 0, new(Id, "a", 4), Token);
            await desk.RemoveSplitterAsync(Id, 1, Token);
        },
        ["PlantHistory"] = async services =>
        {
            var history = services.GetRequiredService<IPlantHistory>();
            await history.ListAsync(Id, new(2, 10), Token);
            await history.ListAsync(null, new(), Token);
            await history.UndoAsync(Id, Token);
        },
        ["PlantExchange"] = async services =>
        {
            var exchange = services.GetRequiredService<IPlantExchange>();
            var upload = new PlantUpload("a", "name,kind,latitude,longitude\na,pole,-6,107\n"u8.ToArray(), new());
            await exchange.ExportAsync(PlantFormat.Kml, "a", Token);
            await exchange.PreviewAsync(upload, null, new(), Token);
            await exchange.ApplyAsync(Id, upload, null, Token);
        },
        ["PlantPhotos"] = async services =>
        {
            var photos = services.GetRequiredService<IPlantPhotos>();
            await photos.ListAsync(Id, Token);
            await photos.OpenAsync(Id, Token);
            await photos.AddAsync(Id, new(Id, SampleFiles.Jpeg()), Token);
            await photos.RemoveAsync(Id, Token);
        },
        ["PlantPhotoSweeper"] = async services => await services.GetRequiredService<PlantPhotoSweeper>().SweepAsync(Token),
        ["PlantDrawings"] = async services =>
        {
            var drawings = services.GetRequiredService<IPlantDrawings>();
            await drawings.NodeAsync(Id, Token);
            await drawings.CableAsync(Id, Token);
            await drawings.RadioLinkAsync(Id, Token);
            await drawings.FibreAsync(Id, Token);
        },
        ["PlantAuditNames"] = NamesAsync,
    };
}
