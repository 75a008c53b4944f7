using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Customers.Documents;
using IspPortal.Tests.Security;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Api;

/// <summary>Photos of the plant through the real pipeline.</summary>
public sealed class PlantPhotosOverTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_photo_is_added_shown_and_removed()
    {
        await using var host = new PortalHost();
        using var technician = await host.ClientOfAsync("tech@lab.test");
        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        var node = new PlantNode { Id = Guid.CreateVersion7(), Kind = PlantNodeKind.Pole, Name = "API-T", NameKey = "api-t", Latitude = -6, Longitude = 107, CreatedAtUtc = DateTime.UnixEpoch };
        await using (var context = host.Services.GetRequiredService<PortalContextSource>().CreateForSystem("test"))
        {
            context.Add(node);
            await context.SaveChangesAsync(Token);
        }

        var url = $"/api/v1/plant-nodes/{node.Id}/photos";
        await ApiHost.ProblemAsync(await auditor.PostAsync(url, FormOf(SampleFiles.Jpeg()), Token), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await technician.PostAsync(url, FormOf("%PDF-1.4"u8.ToArray()), Token), 422, "documents.damaged");
        await ApiHost.ProblemAsync(await technician.PostAsync(url, FormOf("GIF89a"u8.ToArray()), Token), 422, "plant.not_a_photo");
        await ApiHost.ProblemAsync(await technician.PostAsync($"/api/v1/plant-nodes/{Guid.CreateVersion7()}/photos", FormOf(SampleFiles.Jpeg()), Token), 404, "plant.node_not_found");
        var answer = await technician.PostAsync(url, FormOf(SampleFiles.Jpeg()), Token);
        Assert.Equal("Tiang miring", (await ApiHost.BodyAsync(answer, 201)).GetProperty("note").GetString());

        var picture = await auditor.GetAsync(answer.Headers.Location!, Token);
        Assert.Equal(("image/jpeg", "no-store, private"), (picture.Content.Headers.ContentType?.MediaType, picture.Headers.CacheControl?.ToString()));
        Assert.Equal(SampleFiles.Jpeg(), await picture.Content.ReadAsByteArrayAsync(Token));
        var list = await ApiHost.BodyAsync(await auditor.GetAsync(url + "?search=miring", Token));
        Assert.Equal(1, list.GetProperty("totalCount").GetInt32());

        var photo = $"/api/v1/plant-photos/{list.GetProperty("items")[0].GetProperty("id").GetString()}";
        await ApiHost.ProblemAsync(await auditor.DeleteAsync(photo, Token), 403, "identity.forbidden");
        Assert.Equal(204, (int)(await technician.DeleteAsync(photo, Token)).StatusCode);
        await ApiHost.ProblemAsync(await auditor.GetAsync(answer.Headers.Location!, Token), 404, "plant.photo_not_found");
        using var nobody = host.CreateClient();
        Assert.Equal(401, (int)(await nobody.GetAsync(url, Token)).StatusCode);
    }

    private static MultipartFormDataContent FormOf(byte[] file) => new() { { new StringContent("Tiang miring"), "note" }, { new ByteArrayContent(file), "file", "IMG.jpg" } };
}
