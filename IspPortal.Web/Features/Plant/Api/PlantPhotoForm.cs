using System.ComponentModel;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>A photo as a form with a file.</summary>
internal sealed class PlantPhotoForm
{
    [Description("An id of your own choice: the same one with the same file twice keeps one photo.")]
    public Guid? Id { get; set; }

    [Description("What it shows, up to 200 characters.")]
    public string? Note { get; set; }

    [Description("JPEG or PNG, by content, up to 10 MB; required.")]
    public IFormFile? File { get; set; }
}
