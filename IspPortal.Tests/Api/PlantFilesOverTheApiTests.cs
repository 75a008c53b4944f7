using System.Globalization;
using System.Text;
using System.Text.Json;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Tests.Security;

namespace IspPortal.Tests.Api;

/// <summary>Files of the plant through the real pipeline.</summary>
public sealed class PlantFilesOverTheApiTests
{
    private const string Import = "/api/v1/plant/import";

    private const string Rows = "kind,name,latitude,longitude,area,from,to,cores,ports\nodp,API-1,-6.25,107,API,,,,8\nodp,API-2,-6.25,107.01,API,,,,8\ncable,API-K,,,,API-1,API-2,12\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_looked_at_read_in_once_and_taken_out_again()
    {
        await using var host = new PortalHost();
        using var noc = await host.ClientOfAsync("noc@lab.test");
        using var auditor = await host.ClientOfAsync("auditor@lab.test");

        var preview = (await ApiHost.BodyAsync(await noc.PostAsync(Import, FormOf(Rows), Token))).GetProperty("preview");
        Assert.Equal(("csv", 3, "new"), (Word(preview, "format"), preview.GetProperty("counts").GetProperty("new").GetInt32(), Word(preview.GetProperty("rows").GetProperty("items")[0], "verdict")));
        Assert.Equal(1, (await ApiHost.BodyAsync(await noc.PostAsync(Import + "?dryRun=true&search=api-k&verdict=new", FormOf(Rows), Token))).GetProperty("preview").GetProperty("rows").GetProperty("totalCount").GetInt32());
        Assert.Equal(0, (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/odps?area=API", Token))).GetProperty("totalCount").GetInt32());

        var (id, revision) = (Guid.CreateVersion7(), preview.GetProperty("revision").GetInt64());
        var imported = (await ApiHost.BodyAsync(await noc.PostAsync(Import + "?dryRun=false", FormOf(Rows, ("id", id.ToString()), ("revision", revision.ToString(CultureInfo.InvariantCulture))), Token))).GetProperty("imported");
        Assert.Equal(3, imported.GetProperty("added").GetInt32());
        var again = (await ApiHost.BodyAsync(await noc.PostAsync(Import + "?dryRun=false", FormOf(Rows, ("id", id.ToString()), ("revision", revision.ToString(CultureInfo.InvariantCulture))), Token))).GetProperty("imported");
        Assert.Equal(Word(imported, "editId"), Word(again, "editId"));
        await ApiHost.ProblemAsync(await noc.PostAsync(Import + "?dryRun=false", FormOf(Rows, ("revision", revision.ToString(CultureInfo.InvariantCulture))), Token), 409, "plant.changed_since");

        foreach (var (format, media) in new[] { ("geojson", "application/geo+json"), ("kml", "application/vnd.google-earth.kml+xml"), ("csv", "text/csv") })
        {
            var answer = await auditor.GetAsync($"/api/v1/plant/export?format={format}&area=api", Token);
            Assert.Equal((200, media), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.EndsWith("." + format, answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
            var same = await ApiHost.BodyAsync(await noc.PostAsync(Import, FormOf(await answer.Content.ReadAsStringAsync(Token)), Token));
            Assert.Equal(3, same.GetProperty("preview").GetProperty("counts").GetProperty("same").GetInt32());
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_changes_nothing()
    {
        await using var host = new PortalHost();
        using var noc = await host.ClientOfAsync("noc@lab.test");
        using var auditor = await host.ClientOfAsync("auditor@lab.test");

        await ApiHost.ProblemAsync(await auditor.GetAsync("/api/v1/plant/export", Token), 422, "common.required");
        await ApiHost.ProblemAsync(await auditor.GetAsync("/api/v1/plant/export?format=dwg", Token), 422, "common.unknown_value");
        await ApiHost.ProblemAsync(await auditor.PostAsync(Import, FormOf(Rows), Token), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await noc.PostAsync(Import, FormOf(null, ("ports", "8")), Token), 422, "plant_file.empty");
        await ApiHost.ProblemAsync(await noc.PostAsync(Import, FormOf(Rows, ("kindOfPoints", "house")), Token), 422, "common.unknown_value");
        await ApiHost.ProblemAsync(await noc.PostAsync(Import, FormOf("<!DOCTYPE kml [<!ENTITY a \"aaaa\">]><kml>&a;</kml>"), Token), 422, "plant_file.has_entities");
        await ApiHost.ProblemAsync(await noc.PostAsync(Import, FormOf(new string(' ', PlantFileLimits.MostBytes + 1)), Token), 422, "plant_file.too_large");
        await ApiHost.ProblemAsync(await noc.PostAsync(Import + "?dryRun=false", FormOf(Rows + "cable,API-L,,,,API-1,API-1,12\n"), Token), 409, "plant_file.has_faults");
        var row = (await ApiHost.BodyAsync(await noc.PostAsync(Import, FormOf(Rows + "cable,API-L,,,,API-1,API-1,12\n"), Token))).GetProperty("preview").GetProperty("rows").GetProperty("items")[0];
        Assert.Equal((5, "wrong", "plant.cable_onto_itself"), (row.GetProperty("line").GetInt32(), Word(row, "verdict"), Word(row, "code")));
        Assert.Equal(0, (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/odps?area=API", Token))).GetProperty("totalCount").GetInt32());
    }

    private static string? Word(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static MultipartFormDataContent FormOf(string? file, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        if (file is not null)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "api.csv");
        }

        return form;
    }
}
