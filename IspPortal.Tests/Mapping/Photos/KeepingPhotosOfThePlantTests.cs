using IspPortal.Core.Audit;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Photos;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Mapping.Photos;
using IspPortal.Tests.Customers.Documents;
using IspPortal.Tests.Mapping.Plant;
using IspPortal.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.Mapping.Photos;

public sealed class KeepingPhotosOfThePlantTests : IAsyncDisposable
{
    private static readonly IDataProtectionProvider Keys = new EphemeralDataProtectionProvider();

    private readonly ManualClock _clock = new();
    private PlantRig? _rig;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private PlantRig Rig => _rig!;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_photo_lies_encrypted_is_looked_at_and_goes_for_good(string provider)
    {
        _rig = await PlantRig.CreateAsync(provider);
        var odp = await Rig.NodeAsync(PlantNodeKind.Odp, "ODP-1", ports: 8);
        var (photos, id, jpeg) = (Photos(), Rig.NextId(), SampleFiles.Jpeg());

        Assert.Equal(id, (await photos.AddAsync(id, new(odp, jpeg, " Pintu depan "), Token)).Value);
        Assert.Equal(id, (await photos.AddAsync(id, new(odp, jpeg, " Pintu depan "), Token)).Value);
        var row = Assert.Single((await photos.ListAsync(odp, Token)).Value);
        Assert.Equal(new PlantPhotoRow(id, odp, 8, 8, jpeg.Length, "Pintu depan", "admin@lab.test", _clock.NowUtc), row);
        var opened = (await photos.OpenAsync(id, Token)).Value;
        Assert.Equal(jpeg, opened.Bytes.ToArray());
        var file = Assert.Single(FilesOf());
        Assert.DoesNotContain("JFIF", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Token)), StringComparison.Ordinal);

        // In use, until its photos are gone.
        Assert.Equal(("plant.node_in_use", 1), Told(await Rig.Editor.RemoveNodeAsync(odp, 1, Token)));
        PlantRig.Done(await photos.RemoveAsync(id, Token));
        Assert.Empty(FilesOf());
        Assert.Equal("plant.photo_not_found", (await photos.OpenAsync(id, Token)).Error?.Code);
        Assert.Equal("plant.photo_not_found", (await photos.RemoveAsync(id, Token)).Error?.Code);
        await using (var context = Rig.Database.Open())
        {
            Assert.Equal(2, await context.Set<AuditEntry>().CountAsync(entry => entry.Entity == "plant_photo", Token));
        }

        PlantRig.Done(await Rig.Editor.RemoveNodeAsync(odp, 1, Token));
    }

    [Fact]
    public async Task What_is_no_photo_is_refused_and_leaves_nothing_behind()
    {
        _rig = await PlantRig.CreateAsync();
        var odp = await Rig.NodeAsync(PlantNodeKind.Odp, "ODP-1", ports: 8);
        var photos = Photos();
        foreach (var (request, code) in new[]
        {
            (new AddPlantPhotoRequest(odp, default), "documents.file_missing"),
            (new(odp, "GIF89a"u8.ToArray()), "plant.not_a_photo"),
            (new(odp, SampleFiles.Pdf()), "plant.not_a_photo"),
            (new(odp, SampleFiles.Jpeg().AsMemory(0, 40)), "documents.damaged"),
            (new(odp, new byte[(10 * 1024 * 1024) + 1]), "documents.too_large"),
            (new(odp, SampleFiles.Jpeg(), new string('x', 201)), "common.invalid"),
            (new(Rig.NextId(), SampleFiles.Jpeg()), "plant.node_not_found"),
        })
        {
            Assert.Equal(code, (await photos.AddAsync(Rig.NextId(), request, Token)).Error?.Code);
        }

        Assert.Empty(FilesOf());
        Assert.Equal("plant.node_not_found", (await photos.ListAsync(Rig.NextId(), Token)).Error?.Code);
    }

    [Fact]
    public async Task Twenty_are_enough_and_one_photo_is_there_once()
    {
        _rig = await PlantRig.CreateAsync();
        var (odp, pole) = (await Rig.NodeAsync(PlantNodeKind.Odp, "ODP-1", ports: 8), await Rig.NodeAsync(PlantNodeKind.Pole, "T-1"));
        var photos = Photos();
        var ids = new List<Guid>();
        for (byte shade = 0; shade < 20; shade++)
        {
            ids.Add((await photos.AddAsync(Rig.NextId(), new(odp, SampleFiles.Jpeg(shade)), Token)).Value);
        }

        Assert.Equal(("plant.too_many_photos", 20), Told((await photos.AddAsync(Rig.NextId(), new(odp, SampleFiles.Jpeg(99)), Token)).WithoutValue()));
        PlantRig.Done(await photos.RemoveAsync(ids[7], Token));
        Assert.Equal("plant.same_photo", (await photos.AddAsync(Rig.NextId(), new(odp, SampleFiles.Jpeg()), Token)).Error?.Code);
        Assert.Equal("plant.same_photo", (await photos.AddAsync(ids[0], new(pole, SampleFiles.Jpeg()), Token)).Error?.Code);
        PlantRig.Done((await photos.AddAsync(Rig.NextId(), new(odp, SampleFiles.Jpeg(99)), Token)).WithoutValue());
        PlantRig.Done((await photos.AddAsync(Rig.NextId(), new(pole, SampleFiles.Jpeg()), Token)).WithoutValue());
        Assert.Equal(21, FilesOf().Length);
    }

    [Fact]
    public async Task Who_may_only_look_adds_and_removes_none()
    {
        _rig = await PlantRig.CreateAsync();
        var odp = await Rig.NodeAsync(PlantNodeKind.Odp, "ODP-1", ports: 8);
        var id = (await Photos().AddAsync(Rig.NextId(), new(odp, SampleFiles.Jpeg()), Token)).Value;
        var reader = Photos(MappingPermissions.MapRead);

        Assert.True((await reader.ListAsync(odp, Token)).Succeeded);
        Assert.True((await reader.OpenAsync(id, Token)).Succeeded);
        Assert.Equal("identity.forbidden", (await reader.AddAsync(Rig.NextId(), new(odp, SampleFiles.Jpeg(1)), Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await reader.RemoveAsync(id, Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await Photos("customers.read").OpenAsync(id, Token)).Error?.Code);
    }

    [Fact]
    public async Task Files_that_a_crash_left_are_swept_and_lost_ones_are_counted()
    {
        _rig = await PlantRig.CreateAsync();
        var odp = await Rig.NodeAsync(PlantNodeKind.Odp, "ODP-1", ports: 8);
        PlantRig.Done((await Photos().AddAsync(Rig.NextId(), new(odp, SampleFiles.Jpeg()), Token)).WithoutValue());
        await Files().SaveAsync(Rig.NextId(), new byte[] { 1 }, Token);
        _clock.NowUtc = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(2);
        var sweeper = new PlantPhotoSweeper(Rig.Database.Factory, Files(), _clock);

        Assert.Equal((1, 0), await sweeper.SweepAsync(Token));
        File.Delete(Assert.Single(FilesOf()));
        Assert.Equal((0, 1), await sweeper.SweepAsync(Token));
    }

    public async ValueTask DisposeAsync()
    {
        if (_rig is not null)
        {
            await _rig.DisposeAsync();
        }
    }

    private static (string? Code, object? Argument) Told(Result result) => (result.Error?.Code, result.Error is { Arguments: [var first, ..] } ? first : null);

    private PlantPhotoFiles Files() => new(Options.Create(Rig.Database.Options), Keys);

    private string[] FilesOf()
    {
        var folder = Path.Combine(Rig.Database.Options.DataDirectory, PlantPhotoFiles.Folder);
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    private IPlantPhotos Photos(params string[] permissions)
    {
        var actor = new TestActor(permissions.Length > 0 ? permissions : [MappingPermissions.MapRead, MappingPermissions.PortsWrite]);
        return new PlantPhotos(Rig.Database.FactoryAs(actor.Actor), actor, Files(), _clock);
    }
}
