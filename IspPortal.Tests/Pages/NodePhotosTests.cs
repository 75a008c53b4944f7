using System.Globalization;
using Bunit;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Photos;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Tests.Customers.Documents;
using IspPortal.Web.Features.Plant.Parts;
using Microsoft.AspNetCore.Components.Forms;
using Moq;
using Radzen.Blazor;

namespace IspPortal.Tests.Pages;

/// <summary>The photos of a node beside the map and on the page of an ODP.</summary>
public sealed class NodePhotosTests : PageScene
{
    private static readonly Guid Node = Guid.Parse("019a0000-0000-7000-8000-0000000000e1");
    private static readonly Guid Photo = Guid.Parse("019a0000-0000-7000-8000-0000000000e2");

    private readonly Mock<IPlantPhotos> _photos;
    private readonly List<PlantPhotoRow> _there = [new(Photo, Node, 640, 480, 1000, "Pintu depan", "Dimas", DateTime.UnixEpoch)];

    public NodePhotosTests()
    {
        Allow(MappingPermissions.MapRead, MappingPermissions.PortsWrite);
        _photos = Stub<IPlantPhotos>();
        _photos.Setup(p => p.ListAsync(Node, It.IsAny<CancellationToken>())).ReturnsAsync(() => Result.Of<IReadOnlyList<PlantPhotoRow>>([.. _there]));
        _photos.Setup(p => p.AddAsync(It.IsAny<Guid>(), It.IsAny<AddPlantPhotoRequest>(), It.IsAny<CancellationToken>()))
            .Callback((Guid id, AddPlantPhotoRequest request, CancellationToken _) => _there.Insert(0, new(id, Node, 8, 8, request.Content.Length, request.Note, "Sari", DateTime.UnixEpoch)))
            .ReturnsAsync((Guid id, AddPlantPhotoRequest _, CancellationToken _) => id);
        _photos.Setup(p => p.RemoveAsync(Photo, It.IsAny<CancellationToken>())).Callback(() => _there.RemoveAll(p => p.Id == Photo)).ReturnsAsync(Result.Success);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void A_photo_is_taken_noted_looked_at_and_removed(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        var dialogs = Open<RadzenDialog>();
        var card = Open<NodePhotos>(p => p.Add(x => x.NodeId, Node));
        Assert.Equal($"api/v1/plant-photos/{Photo}/content", card.Find("img").GetAttribute("src"));
        Assert.Equal("environment", card.Find("#photo-camera").GetAttribute("capture"));

        card.FindComponents<InputFile>()[0].UploadFiles(InputFileContent.CreateFromBinary(SampleFiles.Jpeg(), "IMG.jpg", contentType: "image/jpeg"));
        card.WaitForAssertion(() => Assert.Single(card.FindAll("[data-photo-ready]")));
        card.Find("#photo-note").Input("Splitter");
        card.Find("form").Submit();
        card.WaitForAssertion(() => Assert.Equal(2, card.FindAll("[data-photo]").Count));
        Assert.Empty(card.FindAll("[data-photo-ready]"));
        _photos.Verify(p => p.AddAsync(It.IsAny<Guid>(), It.Is<AddPlantPhotoRequest>(r => r.NodeId == Node && r.Note == "Splitter" && r.Content.Length == SampleFiles.Jpeg().Length), It.IsAny<CancellationToken>()), Times.Once);

        card.Find($"[data-photo='{Photo}'] .document-tile").Click();
        Assert.True(card.Find($"[data-photo='{Photo}'] .document-tile").HasAttribute("data-large"));
        card.Find($"[data-photo='{Photo}'] [data-remove-photo]").Click();
        dialogs.Find("form").Submit();
        card.WaitForAssertion(() => Assert.Empty(card.FindAll($"[data-photo='{Photo}']")));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void What_is_refused_says_why()
    {
        _photos.Setup(p => p.AddAsync(It.IsAny<Guid>(), It.IsAny<AddPlantPhotoRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Guid>)PlantErrors.TooManyPhotos(20));
        var card = Open<NodePhotos>(p => p.Add(x => x.NodeId, Node));

        card.FindComponents<InputFile>()[1].UploadFiles(InputFileContent.CreateFromBinary(SampleFiles.Jpeg(), "IMG.jpg", contentType: "image/jpeg"));
        card.WaitForAssertion(() => Assert.Single(card.FindAll("[data-photo-ready]")));
        card.Find("form").Submit();

        card.WaitForAssertion(() => Assert.Contains("plant.too_many_photos", card.Find(".error-panel").TextContent, StringComparison.Ordinal));
        Assert.Single(card.FindAll("[data-photo-ready]"));
    }

    [Fact]
    public void Who_may_only_look_has_no_buttons()
    {
        Allow(MappingPermissions.MapRead);
        var card = Open<NodePhotos>(p => p.Add(x => x.NodeId, Node));

        Assert.Single(card.FindAll("[data-photo]"));
        Assert.Empty(card.FindAll("input, [data-remove-photo]"));
    }
}
